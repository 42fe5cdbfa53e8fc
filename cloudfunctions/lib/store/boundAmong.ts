import { oneOf } from './conditions'
import { find } from './find'

/** Which of these members a WeChat identity speaks for; never which identity. */
export async function boundAmong(memberIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (memberIds.length === 0) return new Set()
  const where = { memberId: oneOf(memberIds), state: 'bound' }
  const rows = await find('identities', where, { limit: 10_000, fields: ['memberId'] })
  return new Set(rows.flatMap(({ memberId }) => memberId ?? []))
}
