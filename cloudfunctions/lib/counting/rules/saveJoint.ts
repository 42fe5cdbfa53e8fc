import { done, refuse } from '@domain/contract/answer'
import { fromTo } from '../../entry/audit/fromTo'
import { mayInCounty, saveSetting } from '../../entry/countySetting'
import { readJoint } from '../../entry/readJoint'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { JOINT, type StoredJoint } from '../../store/collections/settings'
import { findById } from '../../store/find'

/** 联合开展, as it holds in the county: read anew, whoever has just changed it looks at once. */
export const jointSetting = useCase('joint.setting', aboutCounty, async (_request, context) => {
  readJoint.forget()
  const { on = false, basis = '' } = (await readJoint(context.now)) ?? {}
  return done({ on, basis, mayEdit: mayInCounty('joint.save', context) })
})

/** Switches it on, with what it rests on, or off. A resend finds its own; the last one saved stands. */
export const saveJoint = useCase('joint.save', aboutCounty, async (request, context) => {
  const { on, nonce, basis: typed = '' } = request
  const before = (await findById('settings', JOINT)) as StoredJoint | null
  const basis = typed === '' && !on ? (before?.basis ?? '') : typed
  if (on && basis === '') return refuse('invalid_request', { path: 'basis' })
  const { result: _, ...told } = fromTo(before ?? {}, { ...before, on, basis })
  const setting = { _id: JOINT, kind: 'joint', on, basis } as const
  const telling = { what: 'joint', nonce, result: JOINT, ...told } as const
  const isSaved = await saveSetting(before, setting, telling, context)
  readJoint.forget()
  return isSaved ? done({ on }) : refuse('try_again')
})
