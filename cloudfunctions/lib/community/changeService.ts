import { effectiveState } from '@domain/activity/effectiveState'
import { done, refuse } from '@domain/contract/answer'
import { aboutService } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { wordOf } from '../entry/word'
import { change } from '../meetings/activity/writePlan'
import { fits, serviceOf } from './publishService'

/** Another hour, place or number of places: what was announced stays announced, and whoever put the name down stays down. */
export const changeService = useCase('service.change', aboutService, async ({ form }, context, service) => {
  const { now } = context
  if (form.communityId !== service.hostId) return refuse('invalid_request', { path: 'form.communityId' })
  if (effectiveState(service, now) !== 'published' || now >= service.endsAt) return refuse('wrong_state')
  if (!fits(form, context)) return refuse('wrong_times')
  const changed = await change(service, { plan: serviceOf(form), late: {}, publish: false }, wordOf(context))
  return changed.ok ? done({ activityId: changed.data._id, state: changed.data.state }) : changed
})
