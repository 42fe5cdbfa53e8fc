import type { Household } from '@cloud/lib/store/collections/households'
import { named, type Organisations } from './buildOrganisations'
import { opaqueId, Random } from './random'
import type { MemberRow } from './readRoster'

export const memberId = (register: number): string => opaqueId('m', register)
export const householdId = (code: string): string => opaqueId('h', code)

export function buildHouseholds(rows: MemberRow[], organisations: Organisations): Household[] {
  const households = new Map<string, Household>()
  const inVillage = new Map<string, number>()
  const links = rows.flatMap((row) => row.households.map((link) => ({ ...link, register: row.number })))
  // The register's own order of codes, so that a second link made by hand does not renumber a village.
  links.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.register - b.register))
  for (const { code, village, register } of links) {
    const known = households.get(code)
    if (known) {
      known.memberIds.push(memberId(register))
      continue
    }
    const villageId = named(organisations, village)._id
    const count = (inVillage.get(villageId) ?? 0) + 1
    inVillage.set(villageId, count)
    const number = `${String(count).padStart(2, '0')} 号`
    households.set(code, {
      _id: householdId(code),
      number,
      registerCode: code,
      villageId,
      memberIds: [memberId(register)],
      doorCode: new Random('door', code).word(16),
    })
  }
  return [...households.values()]
}
