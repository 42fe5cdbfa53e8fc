import type { Fact } from '@domain/fact/fact'
import { communityIdsOn } from '@domain/org/communities'
import type { Member } from '@domain/org/member'
import { memberId } from './buildHouseholds'
import { at, DAY, dayAt, HOUR, MINUTE } from './calendar'
import { demoRegister } from './demoMonth'
import { aFactOf, knownAt } from './facts'
import { branchOn, goesOut, type People } from './people'
import { opaqueId, Random } from './random'
import { deeds } from './texts'

type Side = keyof typeof deeds

/** A deed as it goes: claimed, finished or dropped some weeks later, confirmed by the beneficiary's side. */
interface Course {
  side: Side
  title: string
  claimedAt: number
  finishedAt: number
  confirmedAt: number
  isDropped: boolean
}

const later = Number.MAX_SAFE_INTEGER
const written = (
  side: Side,
  title: string,
  claimedAt: number,
  finishedAt = later,
  confirmedAt = later,
): Course => ({
  side,
  title,
  claimedAt,
  finishedAt,
  confirmedAt,
  isDropped: false,
})

/** Those documented, at the demo community, the demo village and elsewhere; null has none, everybody else follows chance. */
const byHand = new Map<string, Course | null>([
  [demoRegister('demo-member'), null],
  [
    demoRegister('demo-all-done'),
    written(
      'community',
      '帮老人办理高龄津贴',
      at('2026-05-20', 15, 20),
      at('2026-05-27', 10),
      at('2026-05-28', 9),
    ),
  ],
  [memberId(632), written('community', '整理社区图书角', at('2026-09-03', 17, 40), at('2026-09-20', 16, 5))],
  [
    memberId(512),
    written('community', '联系加装无障碍扶手', at('2026-08-24', 9, 10), at('2026-09-21', 11, 30)),
  ],
  [memberId(647), written('community', '协调划出停车位', at('2026-09-14', 8, 50))],
  [memberId(516), written('household', '联系农产品销路', at('2026-09-07', 18, 25), at('2026-09-21', 19, 15))],
])

function drawn(member: Member, year: number, hasVillage: boolean): Course | null {
  const random = new Random('deed', member.order, year)
  const claimedAt = at(`${year}-01-10`, 10) + random.int(0, 350) * DAY + random.int(0, 8 * 60) * MINUTE
  if (!random.chance(0.9)) return null
  const side = hasVillage && random.chance(0.6) ? 'household' : 'community'
  const finishedAt = claimedAt + random.int(2, 25) * DAY + random.int(-120, 120) * MINUTE
  return {
    side,
    title: random.pick(deeds[side]),
    claimedAt,
    finishedAt,
    confirmedAt: finishedAt + random.int(4, 90) * HOUR,
    isDropped: random.chance(0.03),
  }
}

/** What of its course had happened by `now`. */
function detailOf({ side, title, finishedAt, isDropped }: Course, now: number): Record<string, string> {
  const known = { title, beneficiary: side }
  if (finishedAt > now) return { ...known, state: 'claimed' }
  return isDropped
    ? { ...known, state: 'dropped' }
    : { ...known, state: 'finished', finishedAt: String(finishedAt) }
}

function deed(member: Member, year: number, villageOf: Map<string, string>, now: number): Fact | null {
  const villageId = villageOf.get(member.households[0]?.householdId ?? '')
  const hand = byHand.get(member._id)
  if (hand === null || (hand && !dayAt(hand.claimedAt).startsWith(String(year)))) return null
  const known = hand ?? drawn(member, year, villageId !== undefined)
  if (!known || known.claimedAt > now) return null
  const day = dayAt(known.claimedAt)
  const branchId = branchOn(member, day)
  if (!branchId || !goesOut(member, day)) return null
  const household = known.side === 'household' ? member.households[0] : undefined
  const hostId = (known.side === 'household' ? villageId : communityIdsOn(member, day)[0]) ?? branchId
  const nonce = opaqueId('d', member.order, year)
  const isConfirmed = !known.isDropped && known.confirmedAt <= now
  const fact = aFactOf(nonce, {
    kind: 'deed',
    memberId: member._id,
    branchId,
    hostId,
    ...(household && { householdId: household.householdId }),
    occurredAt: known.claimedAt,
    way: 'self',
    by: member._id,
    confirmed: isConfirmed ? { at: known.confirmedAt, by: hostId } : null,
    detail: detailOf(known, now),
  })
  const touched = [known.claimedAt, known.finishedAt, isConfirmed ? known.confirmedAt : 0].filter(
    (t) => t <= now,
  )
  return { ...fact, nonce, updatedAt: new Date(Math.max(...touched)) }
}

/** 实事 of a year: about two in three members have one by September. */
export function deedsOf(year: number, people: People, villageOf: Map<string, string>, now: number): Fact[] {
  const facts = people.all.map((member) => deed(member, year, villageOf, now)).filter((fact) => fact !== null)
  return knownAt(facts, now)
}
