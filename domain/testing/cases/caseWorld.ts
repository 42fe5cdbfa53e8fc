import type { Activity } from '../../activity/activity'
import type { Duty } from '../../duty/duty'
import type { Fact } from '../../fact/fact'
import type { Member } from '../../org/member'
import type { Organisation } from '../../org/organisation'
import type { Day } from '../../time/day'
import { at } from '../at'
import { aBranch, aGroup, aMember } from '../builders'
import { hostTypeOf } from './words'

/** What a case has said so far. Names are ids: 甲, 一支部, 一组, 户1. */
export interface CaseWorld {
  now: number
  /** Absent: the period that runs now. */
  periodKey?: string
  dutyId: string
  /** Of the duty asked about, one version after the other. */
  versions: Duty[]
  members: Map<string, Member>
  places: Map<string, Organisation>
  activities: Activity[]
  facts: Fact[]
  /** Absent: the member 甲, the branch 一支部 or the unit 农业局, as the duty has it. */
  subject?: string
}

const BEGIN = '2020-01-01'

/** 22 September 2026, 18:00: 甲 is a full member of 一支部 and its 一组, and has been for years. */
export const newWorld = (dutyId: string, versions: Duty[]): CaseWorld => {
  const world: CaseWorld = {
    now: at('2026-09-22 18:00'),
    dutyId,
    versions,
    members: new Map(),
    places: new Map(),
    activities: [],
    facts: [],
  }
  memberOf(world, '甲')
  placeOf(world, '一支部')
  placeOf(world, '一组')
  return world
}

/** The member of that name; one nobody has heard of yet is a full member of 一支部 and 一组. */
export const memberOf = (world: CaseWorld, name: string): Member => {
  const known = world.members.get(name)
  if (known) return known
  const memberships = [{ branchId: '一支部', groupId: '一组', from: BEGIN }]
  const member = aMember({ _id: name, name, memberships })
  world.members.set(name, member)
  return member
}

/** The place of that name; a group nobody has placed is one of 一支部. */
export const placeOf = (world: CaseWorld, name: string): Organisation => {
  const known = world.places.get(name)
  if (known) return known
  const type = hostTypeOf(name)
  const over = { _id: name, name, order: world.places.size + 1, validFrom: BEGIN }
  const place =
    type === 'branch'
      ? aBranch({ ...over, parentId: '农业局' })
      : aGroup({ ...over, type, parentId: type === 'group' ? '一支部' : null })
  world.places.set(name, place)
  return place
}

/** `9-05` is of 2026; another year is written out. */
export const dayIn = (word: string): Day | undefined => {
  const match = /^(?:(\d{4})-)?(\d{1,2})-(\d\d)$/.exec(word)
  return match ? `${match[1] ?? '2026'}-${(match[2] ?? '').padStart(2, '0')}-${match[3] ?? ''}` : undefined
}

/** `9-01..9-15`, `2026-07-01..` (still running): both days inclusive. Absent: for years. */
export const spanIn = (words: readonly string[]): { from: Day; to?: Day } => {
  const word = words.find((one) => one.includes('..'))
  if (word === undefined) return { from: BEGIN }
  const [first = '', last = ''] = word.split('..')
  const from = dayIn(first)
  const to = dayIn(last)
  if (from === undefined || (last !== '' && to === undefined)) throw new Error(`Not a span: ${word}`)
  return { from, ...(to === undefined ? {} : { to }) }
}

/** `题目=纪律` → 纪律. */
export const valueOf = (words: readonly string[], key: string): string | undefined =>
  words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1)
