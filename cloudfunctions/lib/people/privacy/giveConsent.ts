import { done, refuse } from '@domain/contract/answer'
import { consentVersion } from '@domain/contract/privacy'
import { aboutNothing } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { viewerIdOf } from '../../entry/whoIsCalling'
import { not } from '../../store/conditions'
import { insertOnce } from '../../store/insertOnce'
import { removeWhere, updateWhere } from '../../store/updateWhere'
import { forgetCredits } from '../identity/unbind'

/** 单独同意, or taking it back at any time. A text that does not exist yet nobody can have read. */
export const giveConsent = useCase('privacy.consent', aboutNothing, async ({ version, agree }, context) => {
  const { caller, now } = context
  const _id = caller.openId
  if (!agree) {
    await removeWhere('consents', { _id })
    await forgetCredits(viewerIdOf(caller))
    return done({ agreed: false })
  }
  if (version > consentVersion) return refuse('invalid_request', { path: 'version' })
  if ((await insertOnce('consents', { _id, version, at: now })) === 'duplicate')
    await updateWhere('consents', { _id, version: not(version) }, { version, at: now })
  return done({ agreed: true })
})
