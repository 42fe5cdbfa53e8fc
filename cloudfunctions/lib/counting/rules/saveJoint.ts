import { mayDo } from '@domain/access/mayDo'
import { done, refuse } from '@domain/contract/answer'
import { insertAudited, updateAudited } from '../../entry/audit/audited'
import { fromTo } from '../../entry/audit/fromTo'
import { readJoint } from '../../entry/readJoint'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { idFrom } from '../../ground/idFrom'
import { JOINT, type StoredJoint } from '../../store/collections/settings'
import { findById } from '../../store/find'

/** 联合开展, as it holds in the county: read anew, whoever has just changed it looks at once. */
export const jointSetting = useCase('joint.setting', aboutCounty, async (_request, context) => {
  const { caller, today, tree } = context
  readJoint.forget()
  const { on = false, basis = '' } = (await readJoint(context.now)) ?? {}
  const root = aboutCounty(null, { tree })
  return done({
    on,
    basis,
    mayEdit: root !== null && mayDo('joint.save', caller, { day: today, ...root.about }, tree),
  })
})

/** Switches it on, with what it rests on, or off. A resend finds its own; the last one saved stands. */
export const saveJoint = useCase('joint.save', aboutCounty, async (request, { caller, now }) => {
  const { on, nonce } = request
  const before = (await findById('settings', JOINT)) as StoredJoint | null
  const { basis: typed = '' } = request
  const basis = typed === '' && !on ? (before?.basis ?? '') : typed
  if (on && basis === '') return refuse('invalid_request', { path: 'basis' })
  const savedAs = idFrom(caller.openId, nonce)
  if (before?.savedAs === savedAs) return done({ on: before.on })
  const by = nameForRecords(caller)
  const { result: _, ...told } = fromTo(before ?? {}, { ...before, on, basis })
  const telling = { what: 'joint' as const, by, at: now, key: nonce, result: JOINT, ...told }
  const row = { kind: 'joint' as const, on, basis, savedAs, savedAt: now, savedBy: by }
  const isSaved = before
    ? await updateAudited(telling, 'settings', { _id: JOINT, savedAs: before.savedAs }, row)
    : await insertAudited(telling, 'settings', { _id: JOINT, ...row })
  readJoint.forget()
  return isSaved ? done({ on }) : refuse('try_again')
})
