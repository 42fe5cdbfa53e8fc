import { treeFor } from '@domain/org/asOf'
import { judgedDay } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { heldIn } from '@domain/papers/heldIn'
import { ledger } from '@domain/papers/ledger'
import type { SheetPaper } from '@domain/papers/paper'
import { startOfDay } from '@domain/time/day'
import { type Period, periodOf } from '@domain/time/period'
import { membersFor, readBranchEvidence } from '../counting/progress/readBranchEvidence'
import { spanOver } from '../counting/progress/span'
import { readDuties } from '../entry/cached'
import { groupsOf } from '../entry/targets'
import type { Context } from '../entry/useCase'
import { minutedOf } from './minutedOf'
import { heldLines, readMeetings } from './readMeetings'

/** The branch and its groups as a period is judged by them. */
export function placeIn(node: Organisation, period: Pick<Period, 'to'>, { now, register }: Context) {
  const then = treeFor(register, period, now)
  return { branch: then.get(node._id) ?? node, groups: groupsOf(node._id, then, judgedDay(period, now)) }
}

/** What the branch's page says of the period: by the whole year it lies in, since a month's meeting may count for a year. */
async function readHeld(node: Organisation, span: Period, context: Context) {
  const { now, today } = context
  const duties = await readDuties(now)
  const year = periodOf('year', startOfDay(span.from))
  const { everyone, facts, activities } = await readBranchEvidence(
    node._id,
    span,
    spanOver([year], today),
    now,
  )
  const place = (period: Period) => ({
    ...placeIn(node, period, context),
    members: membersFor(everyone, node._id, period, now),
  })
  return heldIn({ facts, activities, span, placeIn: place, duties, now })
}

/** 三会一课台账 of a period. */
export async function ledgerOf(node: Organisation, span: Period, context: Context): Promise<SheetPaper> {
  const held = await readHeld(node, span, context)
  // A group that came from another branch brought what it held there.
  const besides = span.kind === 'year' ? [...held.counted.values()].flatMap((ids) => [...ids]) : []
  const lines = await heldLines(node._id, span, context.now)
  const ids = new Set([...lines.map(({ _id }) => _id), ...besides])
  const { meetings } = await readMeetings(node._id, [...ids], context, ({ activity, seen }) =>
    minutedOf(activity, seen, context),
  )
  const { name: organisation } = placeIn(node, span, context).branch
  return ledger({ organisation, span, held, meetings })
}
