import { mayDo } from '@domain/access/mayDo'
import type { Activity } from '@domain/activity/activity'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import type { Organisation } from '@domain/org/organisation'
import { targetOf } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { findById } from '../../store/find'
import { readBranchesOf } from '../../store/readJointMeetings'
import { activityForm } from './activityForm'
import { prepareBranch } from './prepareBranch'
import { prepareUnit } from './prepareUnit'

type Request = ParsedRequestOf<'activity.prepare'>
interface Preparing {
  /** A branch or a unit. */
  place: Organisation
  current: Activity | null
}

async function load(
  { branchId, activityId }: Request,
  { caller, tree, today }: Context,
): Promise<Found<Preparing> | null> {
  const place = tree.get(branchId)
  if (place?.type !== 'branch' && place?.type !== 'unit') return null
  const current = activityId === undefined ? null : await findById('activities', activityId)
  if (activityId !== undefined && current?.branchId !== branchId) return null
  if (current && !mayDo('activity.save', caller, { day: today, ...targetOf(current) }, tree)) return null
  return { about: { branchId }, loaded: { place, current } }
}

async function shownPlan(current: Activity, { tree }: Context) {
  const { _id: id, state, jointOf } = current
  const [convenedBy] = jointOf === undefined ? [] : ((await readBranchesOf([current])).get(id) ?? [])
  const partOf = tree.get(convenedBy ?? '')?.name
  return { id, state, form: activityForm(current), ...(partOf !== undefined && { partOf }) }
}

/** Everything the plan page needs to prefill a form. */
export const prepareActivity = useCase(
  'activity.prepare',
  load,
  async (_request, context, { place, current }) => {
    const prepared = await (place.type === 'unit'
      ? prepareUnit(place, context)
      : prepareBranch(place, context))
    const { joint, ...offered } = prepared
    // A part is another branch's meeting too: with whom it is held is not this one's to say.
    return done({
      ...offered,
      ...(joint && current?.jointOf === undefined && { joint }),
      ...(current && { current: await shownPlan(current, context) }),
    })
  },
)
