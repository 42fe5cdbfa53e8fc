import type { Member } from '@domain/org/member'
import type { Fact } from '@domain/progress/fact'
import { at, DAY, dateIn, HOUR, MINUTE, type Month } from './calendar'
import { demoMonth, demoRegister, demoRows } from './demoMonth'
import { aFactOf, knownAt } from './facts'
import { branchOn, goesOut, type People } from './people'
import { opaqueId, Random } from './random'
import { deeds } from './texts'

/** 党费: ticked by the branch in one go on a day of its own, the rest some days later; only that it was paid. */
export function duesOf(month: Month, people: People, now: number): Fact[] {
  const facts = people.all.flatMap((member) => {
    const random = new Random('dues', member.order, month.key)
    const draw = random.next()
    const written = month.key === demoMonth ? demoRows.get(member._id) : undefined
    if (written ? !written.dues : draw > 0.985) return []
    const late = !written && draw > 0.93
    const branchId = branchOn(member, dateIn(month, late ? 24 : 16))
    if (!branchId) return []
    const own = new Random('dues day', branchId, month.key)
    const date = late ? random.int(17, 24) : own.int(6, 16)
    const occurredAt = at(dateIn(month, date), 16, own.int(0, 59)) + member.order * 1000
    return [
      aFactOf(`dues_${member._id}_${month.key}`, {
        kind: 'tick',
        dutyId: 'dues',
        memberId: member._id,
        branchId,
        hostId: branchId,
        occurredAt,
        way: 'roll_call',
        by: people.cast(branchId).organiserId,
      }),
    ]
  })
  return knownAt(facts, now)
}

/** Those documented with their deed done or not; everybody else follows chance. */
const deedsByHand = new Map<string, boolean>([
  [demoRegister('demo-member'), false],
  [demoRegister('demo-all-done'), true],
])

function deed(member: Member, year: number, villageOf: Map<string, string>, now: number): Fact | null {
  const random = new Random('deed', member.order, year)
  const finishedAt = at(`${year}-01-10`, 10) + random.int(0, 350) * DAY + random.int(0, 8 * 60) * MINUTE
  const written = deedsByHand.get(member._id)
  if (written === false || (written === undefined && !random.chance(0.9))) return null
  const occurredAt = written ? at(`${year}-05-20`, 15, 20) : finishedAt
  const day = new Date(occurredAt + 8 * HOUR).toISOString().slice(0, 10)
  const branchId = branchOn(member, day)
  if (!branchId || !goesOut(member, day) || occurredAt > now) return null
  const villageId = villageOf.get(member.households[0]?.householdId ?? '')
  const side = villageId && random.chance(0.6) ? 'household' : 'community'
  const hostId = (side === 'household' ? villageId : member.communityId) ?? branchId
  const nonce = opaqueId('d', member.order, year)
  return {
    ...aFactOf(nonce, {
      kind: 'deed',
      memberId: member._id,
      branchId,
      hostId,
      occurredAt,
      way: 'self',
      by: member._id,
      confirmed: { at: occurredAt + random.int(4, 90) * HOUR, by: hostId },
      detail: { side, title: random.pick(deeds[side]) },
    }),
    nonce,
  }
}

/** 实事 of a year: about two in three members have one by September. */
export function deedsOf(year: number, people: People, villageOf: Map<string, string>, now: number): Fact[] {
  const facts = people.all.map((member) => deed(member, year, villageOf, now)).filter((fact) => fact !== null)
  return knownAt(facts, now)
}
