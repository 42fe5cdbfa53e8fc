import { type Health, type OperatorAsk, operatorAsk } from '@domain/contract/operator'
import { dayOf } from '@domain/time/day'
import { check } from '../entry/check'
import { firstInvitation } from '../people/identity/invitation'
import { committeeOn } from '../people/identity/unbind'
import { BACKUP } from '../store/collections/settings'
import { insertOnce } from '../store/insertOnce'
import { migrate, type Migrated } from '../store/migrations/migrate'
import { putSetting } from '../store/putSetting'
import { askTrial } from '../telling/reminder/trial'
import { readHealth } from './readHealth'

/** invalid_request names the field. in_use: somebody runs the county, who gives further rights on the phone. */
export type OperatorAnswer =
  | { ok: true; health?: Health; migrated?: Migrated }
  | { ok: false; reason: 'not_the_operator' | 'invalid_request' | 'in_use' | 'try_again'; path?: string }

/** A first token for a county that nobody runs; the same hash again finds the row it made. */
async function keepFirstToken(tokenHash: string, name: string, now: number): Promise<OperatorAnswer> {
  if ((await committeeOn(dayOf(now))).length > 0) return { ok: false, reason: 'in_use' }
  await insertOnce('invitations', firstInvitation(tokenHash, name, { _id: tokenHash.slice(0, 16), now }))
  return { ok: true }
}

/** Answers whoever runs the software. That no phone gets here is the entry's business. */
export async function operator(event: unknown, now: number): Promise<OperatorAnswer> {
  const asked = check(operatorAsk, event)
  if (!asked.ok) return { ok: false, reason: 'invalid_request', path: asked.path }
  const value = asked.value as OperatorAsk
  switch (value.ask) {
    case 'health':
      return { ok: true, health: await readHealth(now) }
    case 'first_token':
      return keepFirstToken(value.tokenHash, value.name, now)
    case 'backed_up':
      await putSetting({ _id: BACKUP, kind: 'backup', at: now })
      return { ok: true }
    case 'trial':
      await askTrial(value.template, now)
      return { ok: true }
    case 'migrate':
      return { ok: true, migrated: await migrate(value.pass) }
  }
}
