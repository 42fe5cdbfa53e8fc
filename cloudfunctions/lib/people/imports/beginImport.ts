import { done } from '@domain/contract/answer'
import { importFolder } from '@domain/contract/imports'
import { useCase } from '../../entry/useCase'
import { idFrom } from '../../ground/idFrom'
import { insertImport } from '../../store/readImport'
import { aboutOwn } from './aboutImport'

/** Where a register is uploaded to: made of OPENID and nonce, so that nobody can name another's. */
export const pathOf = (openId: string, nonce: string): string =>
  `${importFolder}${idFrom(openId, `register ${nonce}`)}`

/** Before a file is sent: should it never be read, the night finds it by this row. */
export const beginImport = useCase(
  'import.begin',
  (_, context) => aboutOwn(context),
  async ({ nonce, ending }, { caller, now }) => {
    const path = pathOf(caller.openId, nonce)
    const cloudPath = `${path}.${ending}`
    await insertImport({ _id: path.replace('/', '_'), kind: 'begun', at: now, cloudPath })
    return done({ cloudPath })
  },
)
