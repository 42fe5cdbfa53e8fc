import { done, refuse } from '@domain/contract/answer'
import type { BranchPaper } from '@domain/contract/paper'
import { treeFor } from '@domain/org/asOf'
import { judgedDay } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { fileName } from '@domain/papers/fileName'
import { heldIn } from '@domain/papers/heldIn'
import { ledger } from '@domain/papers/ledger'
import { startOfDay } from '@domain/time/day'
import { type Period, periodByKey, periodOf } from '@domain/time/period'
import { readBranchEvidence } from '../counting/progress/readBranchEvidence'
import { spanOver } from '../counting/progress/span'
import { readDuties } from '../entry/cached'
import { limit } from '../entry/limit'
import { groupsOf } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { pack } from './pack'
import { type ReadMeeting, readMeetings } from './readMeetings'
import { writeExcel } from './write/writeExcel'

const kinds = {
  ledger: { paper: '三会一课台账', ending: 'xlsx' },
  bundle: { paper: '文件包', ending: 'zip' },
} as const satisfies Record<BranchPaper, object>

/** Bytes of a file, inclusive: in base64 an answer stays below 900 KB. */
const MOST_BYTES = 640 * 1024

/** What the branch's page says of the period: by the whole year it lies in, since a month's meeting may count for a year. */
async function readHeld(node: Organisation, span: Period, { now, today, register }: Context) {
  const duties = await readDuties(now)
  const year = periodOf('year', startOfDay(span.from))
  const evidence = await readBranchEvidence(node._id, span, spanOver([year], today), now)
  const placeIn = (period: Period) => {
    const then = treeFor(register, period, now)
    return { branch: then.get(node._id) ?? node, groups: groupsOf(node._id, then, judgedDay(period, now)) }
  }
  return {
    organisation: placeIn(span).branch.name,
    held: heldIn({ ...evidence, span, placeIn, duties, now }),
  }
}

/** Meetings packed into one .zip: two papers each, of a branch of 50 about 12 KB; more would only be found too heavy once they are made. */
const MOST_PACKED = 25

const isPackable = (meetings: readonly ReadMeeting[]): boolean =>
  meetings.filter(({ minuted }) => minuted.record.state === 'recorded').length <= MOST_PACKED

/** A branch's paper over a period, for whoever runs the branch. */
export const paperOfBranch = useCase(
  'paper.ofBranch',
  ({ branchId }, { tree }) => {
    const node = tree.get(branchId)
    return node?.type === 'branch' ? { about: { branchId }, loaded: node } : null
  },
  async ({ branchId, periodKey, paper }, context, node) => {
    const { now, today, caller } = context
    const span = periodByKey(periodKey)
    if (span.from > today) return refuse('invalid_request', { path: 'periodKey' })
    const tooMany = await limit({ openId: caller.openId, kind: 'paper' }, now)
    if (tooMany) return tooMany
    const { organisation, held } = await readHeld(node, span, context)
    const besides = span.kind === 'year' ? [...held.counted.values()].flatMap((ids) => [...ids]) : []
    const meetings = await readMeetings(branchId, span, besides, context)
    if (paper === 'bundle' && !isPackable(meetings)) return refuse('export_too_large')
    const asked = { organisation, span, held, meetings: meetings.map(({ minuted }) => minuted) }
    const content =
      paper === 'bundle' ? await pack(asked, meetings, context) : await writeExcel(ledger(asked), now)
    if (content.length > MOST_BYTES) return refuse('export_too_large')
    const name = fileName({ organisation, when: span, ...kinds[paper] })
    return done({ fileName: name, content: Buffer.from(content).toString('base64') })
  },
)
