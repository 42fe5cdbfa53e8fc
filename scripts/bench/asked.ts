import type { Invocation } from '../../emulator/types'
import type { BenchCounty } from './county'

/** Of all answers of the database to one call of a function. */
export const bytesRead = ({ calls }: Invocation) => calls.reduce((sum, { bytes }) => sum + bytes, 0)

/** The branch a demo identity belongs to now. */
export function branchOf({ emulator }: BenchCounty, openid: string): string {
  const [identity] = emulator.database.find('identities', { _id: openid })
  const [member] = emulator.database.find('members', { _id: identity?.memberId })
  const memberships = (member?.memberships ?? []) as { branchId: string }[]
  const branchId = memberships[memberships.length - 1]?.branchId
  if (!branchId) throw new Error(`${openid} is in no branch`)
  return branchId
}
