import type { Fact } from '@domain/fact/fact'
import { at, dateIn, type Month } from './calendar'
import { demoMonth, demoRows } from './demoMonth'
import { aFactOf, knownAt } from './facts'
import { branchOn, type People } from './people'
import { Random } from './random'

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
        periodKey: month.key,
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
