import { type Refusal, refuse } from '@domain/contract/answer'
import { treeFor } from '@domain/org/asOf'
import { judgedDay } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { heldIn } from '@domain/papers/heldIn'
import { type Ledger, ledger } from '@domain/papers/ledger'
import { startOfDay } from '@domain/time/day'
import { type Period, periodOf } from '@domain/time/period'
import { readBranchEvidence } from '../counting/progress/readBranchEvidence'
import { spanOver } from '../counting/progress/span'
import { readDuties } from '../entry/cached'
import { groupsOf } from '../entry/targets'
import type { Context } from '../entry/useCase'
import { pack } from './pack'
import { type ReadMeeting, readMeetings } from './readMeetings'
import { writeExcel } from './write/writeExcel'

/** The branch and its groups as a period is judged by them. */
export function placeIn(node: Organisation, period: Period, { now, register }: Context) {
  const then = treeFor(register, period, now)
  return { branch: then.get(node._id) ?? node, groups: groupsOf(node._id, then, judgedDay(period, now)) }
}

/** What the branch's page says of the period: by the whole year it lies in, since a month's meeting may count for a year. */
async function readHeld(node: Organisation, span: Period, context: Context) {
  const { now, today } = context
  const duties = await readDuties(now)
  const year = periodOf('year', startOfDay(span.from))
  const evidence = await readBranchEvidence(node._id, span, spanOver([year], today), now)
  const place = (period: Period) => placeIn(node, period, context)
  return heldIn({ ...evidence, span, placeIn: place, duties, now })
}

/** Meetings packed into one .zip: two papers each, of a branch of 50 about 12 KB; more would only be found too heavy once they are made. */
const MOST_PACKED = 25

const isPackable = (meetings: readonly ReadMeeting[]): boolean =>
  meetings.filter(({ minuted }) => minuted.record.state === 'recorded').length <= MOST_PACKED

async function read(node: Organisation, span: Period, context: Context) {
  const held = await readHeld(node, span, context)
  const besides = span.kind === 'year' ? [...held.counted.values()].flatMap((ids) => [...ids]) : []
  const meetings = await readMeetings(node._id, span, besides, context)
  const { name: organisation } = placeIn(node, span, context).branch
  const asked: Ledger = { organisation, span, held, meetings: meetings.map(({ minuted }) => minuted) }
  return { asked, meetings }
}

/** 三会一课台账 of a period. */
export const ledgerOf = async (node: Organisation, span: Period, context: Context): Promise<Uint8Array> =>
  writeExcel(ledger((await read(node, span, context)).asked), context.now)

/** 文件包 of a period. */
export async function bundleOf(
  node: Organisation,
  span: Period,
  context: Context,
): Promise<Uint8Array | Refusal> {
  const { asked, meetings } = await read(node, span, context)
  return isPackable(meetings) ? pack(asked, meetings, context) : refuse('export_too_large')
}
