import type { RulePreview } from '@domain/contract/duty'
import { bindsBranch } from '@domain/duty/bindsBranch'
import { isEnd } from '@domain/duty/changeRule'
import type { Duty } from '@domain/duty/duty'
import type { Member } from '@domain/org/member'
import { isActiveOn, membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { theoryGroupOf } from '@domain/org/theoryGroupOf'
import { branchOf, type Tree } from '@domain/org/tree'
import { notOwed } from '@domain/progress/notOwed'
import type { Day } from '@domain/time/day'
import { periodOf } from '@domain/time/period'
import { AppError } from '../../ground/AppError'
import { findInPages } from '../../store/findInPages'

type Bound = RulePreview['bound']

const countedAs: Record<Duty['subject'], Bound['of']> = {
  member: 'members',
  branch: 'branches',
  group: 'groups',
  committee: 'committees',
  unit: 'units',
}

/** Members read at most; a county has some ten thousand. */
const mostMembers = 100_000

/** What decides whether a duty binds a member. */
const fields = ['memberships', 'posts', 'cadre', 'households', 'exemptions'] as const
type Bindable = Pick<Member, (typeof fields)[number] | '_id'>

/** The register, where the rule is for members or for a 中心组: only it says whom they bind. For all other rules the tree is enough. */
async function readRegister({ subject }: Duty): Promise<Bindable[]> {
  if (subject !== 'member' && subject !== 'unit') return []
  const rows = await findInPages('members', {}, { fields, most: mostMembers })
  if (!rows) throw new AppError('too_many_rows', `a register of more than ${mostMembers}`)
  return rows
}

interface County {
  tree: Tree
  today: Day
  now: number
  register: readonly Bindable[]
}

const isOfType = (duty: Duty, branch: Organisation | undefined): boolean =>
  branch !== undefined && bindsBranch(duty, branch.branchType)

function membersBound(duty: Duty, { tree, today, now, register }: County): number {
  const period = periodOf(duty.period, now)
  return register.filter((row) => {
    const branch = tree.get(membershipOn(row, today)?.branchId ?? '')
    const member: Member = { ...nobody, ...row }
    return isOfType(duty, branch) && notOwed(duty, { type: 'member', member }, period, now) === null
  }).length
}

/** Fields of a member that bind nobody to anything. */
const nobody = {
  _id: '',
  name: '',
  phoneTail: '',
  standing: 'full',
  order: 0,
  alias: '',
  codeKey: '',
} as const

function placesBound(duty: Duty, { tree, today, register }: County): number {
  const places = [...tree.values()].filter((place) => isActiveOn(place, today))
  const ofBranch = (place: Organisation) => isOfType(duty, tree.get(branchOf(tree, place._id) ?? ''))
  switch (duty.subject) {
    case 'group':
      return places.filter((place) => place.type === 'group' && ofBranch(place)).length
    case 'committee':
      return places.filter((place) => place.type === 'branch' && place.hasCommittee && ofBranch(place)).length
    case 'unit': {
      const units = places.filter((place) => place.type === 'unit')
      const withGroup = units.filter(({ _id }) => theoryGroupOf(register, _id, today).length > 0)
      return (duty.appliesTo === 'with_theory_group' ? withGroup : units).length
    }
    case 'branch':
    case 'member':
      return places.filter((place) => place.type === 'branch' && ofBranch(place)).length
  }
}

function count(duty: Duty, county: County): number {
  if (isEnd(duty)) return 0
  return duty.subject === 'member' ? membersBound(duty, county) : placesBound(duty, county)
}

/** How many a rule binds today as it stands and as it would; one that ends, or has ended, or is new, binds nobody. */
export async function bound(
  before: Duty | null,
  after: Duty,
  place: Omit<County, 'register'>,
): Promise<Bound> {
  const county = { ...place, register: await readRegister(after) }
  return {
    of: countedAs[after.subject],
    before: before ? count(before, county) : 0,
    after: count(after, county),
  }
}
