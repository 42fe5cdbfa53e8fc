import type { Identity } from '@cloud/lib/store/collections/identities'
import { rolesOf } from '@domain/access/rolesOf'
import { branchRunners } from '@domain/access/secondPerson'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { dayOf } from '@domain/time/day'
import { demoMoment } from '../../scripts/seed/demoMoment'
import type { DemoCounty } from './demoCounty'

/** Each branch of the demo county with somebody bound who runs it. */
export function branchRunnersOf(
  { emulator }: Pick<DemoCounty, 'emulator'>,
  day = dayOf(demoMoment),
): { branchId: string; runner: string }[] {
  const rowsOf = <T>(collection: string, query: object = {}) =>
    emulator.database.find(collection, query) as unknown as T[]
  const members = new Map(rowsOf<Member>('members').map((member) => [member._id, member]))
  const held = rowsOf<Identity>('identities', { state: 'bound' }).map(({ _id, memberId = '' }) => {
    const member = members.get(memberId)
    return { openId: _id, roles: rolesOf({ ...(member && { member }) }, day) }
  })
  return rowsOf<Organisation>('organisations', { type: 'branch' }).flatMap(({ _id: branchId }) => {
    const runner = held.find(({ roles }) =>
      roles.some(({ role, organisationId }) => organisationId === branchId && branchRunners.includes(role)),
    )
    return runner ? [{ branchId, runner: runner.openId }] : []
  })
}
