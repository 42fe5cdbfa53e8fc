import { phoneHash } from '@cloud/lib/people/identity/phoneHash'
import type { ExemptionCategory, PostName } from '@domain/contract/words'
import type { Exemption, Member, Membership, Post } from '@domain/org/member'
import { householdId, memberId } from './buildHouseholds'
import { named, type Organisations, registersOpenedOn } from './buildOrganisations'
import { contactPointsOf } from './contactPoints'
import { demoPhoneKey } from './demoPhoneKey'
import type { ExtendedRow } from './extend'
import { newcomerPhone, newcomerRegister } from './identities'
import { Random } from './random'
import { theoryGroupsOf } from './theoryGroups'

const posts: Record<string, PostName> = {
  党支部书记: 'secretary',
  副书记: 'deputy_secretary',
  组织委员: 'organisation_officer',
  宣传委员: 'publicity_officer',
  党小组组长: 'group_leader',
}

const cadres: Record<string, 'section' | 'county'> = { 科级: 'section', 县级: 'county' }

const noteCategories: Record<string, ExemptionCategory> = {
  产假: 'maternity',
  驻村帮扶: 'resident_in_village',
  流动党员: 'mobile',
  年老体弱: 'old_age',
}

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)

/** The register's 备注 has no dates; these are plausible ones. Maternity leave is 158 days, a stay in a village two years. */
function notedExemption(row: ExtendedRow): Exemption[] {
  if (row.note === null) return []
  const category = noteCategories[row.note]
  if (!category) throw new Error(`unknown note in the register: ${row.note}`)
  const random = new Random('exemption', row.number)
  const month = random.int(3, 8)
  const date = random.int(1, 28)
  switch (category) {
    case 'maternity':
      return [{ category, from: day(2026, month, date), to: day(2026, month, date + 157) }]
    case 'resident_in_village':
      return [{ category, from: '2025-07-01', to: '2027-06-30' }]
    case 'mobile':
      return [{ category, from: day(2025, month + 4, date) }]
    default:
      return [{ category, from: day(2025, month, 1) }]
  }
}

function memberships(row: ExtendedRow, organisations: Organisations): Membership[] {
  const idOf = (name: string | null | undefined): string | undefined =>
    name ? named(organisations, name)._id : undefined
  const place = (branch: string, group: string | null | undefined) => {
    const groupId = idOf(group)
    return { branchId: named(organisations, branch)._id, ...(groupId && { groupId }) }
  }
  const now = place(row.branchName, row.groupName)
  if (row.arrivedOn) return [{ ...now, from: row.arrivedOn, fromOutside: true }]
  const joined = row.joinedOn > registersOpenedOn ? row.joinedOn : registersOpenedOn
  if (!row.transfer) return [{ ...now, from: joined }]
  const { on, fromBranch, fromGroup } = row.transfer
  const lastDay = new Date(Date.parse(`${on}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return [
    { ...place(fromBranch, fromGroup), from: joined, to: lastDay },
    { ...now, from: on },
  ]
}

function branchPosts(row: ExtendedRow, organisations: Organisations): Post[] {
  if (row.post === null) return []
  const post = posts[row.post]
  if (!post) throw new Error(`unknown post in the register: ${row.post}`)
  const place = post === 'group_leader' ? row.groupName : row.branchName
  if (!place) throw new Error(`member ${row.number} leads no group`)
  return [{ post, organisationId: named(organisations, place)._id, from: registersOpenedOn }]
}

/** 中心组 of the unit, where the member sits in one. */
const unitPosts = (unitId: string | undefined): Post[] =>
  unitId === undefined
    ? []
    : [{ post: 'theory_group_member', organisationId: unitId, from: registersOpenedOn }]

/** One member as the product keeps them; `order` is the register's own. `unitId`: of whose 中心组. */
function buildMember(row: ExtendedRow, organisations: Organisations, unitId: string | undefined): Member {
  const key = new Random('member', row.number)
  const cadre = row.cadre === null ? undefined : cadres[row.cadre]
  const contactPoints = contactPointsOf(row, organisations)
  return {
    _id: memberId(row.number),
    name: row.name,
    phoneTail: row.phoneTail,
    ...(row.number === newcomerRegister && { phoneHash: phoneHash(newcomerPhone, demoPhoneKey) }),
    standing: row.standing === '预备党员' ? 'probationary' : 'full',
    order: row.number,
    memberships: memberships(row, organisations),
    posts: [...branchPosts(row, organisations), ...unitPosts(unitId)],
    ...(cadre && { cadre }),
    ...(contactPoints && { contactPoints }),
    communities: [
      { communityId: named(organisations, row.communityName)._id, kind: 'unit', from: registersOpenedOn },
    ],
    households: row.households.map((link) => ({
      householdId: householdId(link.code),
      from: registersOpenedOn,
    })),
    exemptions: [...notedExemption(row), ...row.exemptions],
    alias: key.word(7),
    codeKey: key.hex(32),
  }
}

export function buildMembers(rows: ExtendedRow[], organisations: Organisations): Member[] {
  const theoryGroups = theoryGroupsOf(rows, organisations)
  return rows.map((row) => buildMember(row, organisations, theoryGroups.get(row.number)))
}
