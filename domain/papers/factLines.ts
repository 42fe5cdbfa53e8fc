import type { Heading } from '../contract/keptLists'
import type { FactEntry } from '../contract/paper'
import type { Duty } from '../duty/duty'
import type { SeenRecord } from '../evidence/seenRecord'
import { fillingFirst, waitsIn } from '../progress/doneOfOwed'
import type { BranchDuty } from '../progress/evaluateBranch'
import { isAsked, totalOver } from '../progress/totalOver'
import type { Section } from '../progress/within'
import type { Day } from '../time/day'
import { shortPeriodLabel } from '../time/format'
import type { Period } from '../time/period'
import { byFactOrder, headingOver, itemOf } from './factItems'
import { whyNot } from './ledger'
import { isOfOneYear, type PaperSpan } from './paperSpan'

/** A record that counts, in which period, and whether it fills what that period asks for or comes on top. */
export interface CountedIn {
  record: SeenRecord
  period: Period
  fills: boolean
}

/** A 事项 of a span, as one version of its rule has it. */
export interface FactLine {
  duty: Duty
  /** The one of 五个基本 under which the county has put it. */
  heading?: Heading | undefined
  /** Where this version held for some of the periods only: `1月至6月`; else empty. */
  when: string
  /** null: no number of times is asked for. */
  needed: number | null
  done: number
  /** Of those done, entered afterwards. */
  late: number
  /** Records that wait for somebody's word, and are not counted until then. */
  waits: number
  /** Every record that counts, by period and by its instant. */
  counted: readonly CountedIn[]
  /** Periods that have begun with something open: `3月（二组）`, `9月（未结束）`. */
  open: readonly string[]
  /** Periods in which nothing is asked. */
  free: readonly string[]
}

/** `3月`; of a span over a new year `2026年3月`. */
export const periodIn = (period: Period, span: Pick<PaperSpan, 'from' | 'to'>): string =>
  period.kind === 'year' || isOfOneYear(span)
    ? shortPeriodLabel(period)
    : `${period.from.slice(0, 4)}年${shortPeriodLabel(period)}`

/** Which of a period's records fill it: those entered in time before those entered afterwards, the earlier ones first. */
function countedIn({ progress: { counted, needed, period, state } }: BranchDuty, today: Day): CountedIn[] {
  const filling = isAsked({ period, state }, today)
    ? fillingFirst(counted).slice(0, needed ?? counted.length)
    : []
  return [...counted]
    .sort((a, b) => a.at - b.at)
    .map((record) => ({ record, period, fills: filling.includes(record) }))
}

/** Which groups miss it, how much there is, or why what was seen does not count; nothing where there is no record. */
function whyOpen({
  progress: { done, notCounted },
  missingNames,
}: Pick<BranchDuty, 'progress' | 'missingNames'>): string {
  if (missingNames.length > 0) return missingNames.join('、')
  if (done > 0) return `已有 ${done}`
  const seen = notCounted[notCounted.length - 1]
  return seen ? (whyNot[seen.reason] ?? '按规则不计入') : ''
}

/** What a period still lacks, and why where something was seen; null where it lacks nothing. */
function openText({ progress, missingNames }: BranchDuty, today: Day, span: PaperSpan): string | null {
  const { period, done, needed } = progress
  if (!isAsked(progress, today) || needed === null || done >= needed) return null
  if (period.to >= today) return `${periodIn(period, span)}（未结束）`
  const why = whyOpen({ progress, missingNames })
  return periodIn(period, span) + (why === '' ? '' : `（${why}）`)
}

function lineOf(judged: readonly BranchDuty[], isWhole: boolean, span: PaperSpan, today: Day): FactLine[] {
  const [first] = judged
  const last = judged[judged.length - 1]
  if (!first || !last) return []
  const progress = judged.map((one) => one.progress)
  const { done, needed } = totalOver(progress, today)
  const counted = judged.flatMap((one) => countedIn(one, today))
  const ends = [first, last].map((one) => periodIn(one.progress.period, span))
  return [
    {
      duty: last.duty,
      when: isWhole ? '' : [...new Set(ends)].join('至'),
      needed: last.duty.minimum === null ? null : needed,
      done,
      late: counted.filter(({ record, fills }) => fills && record.backfilled).length,
      waits: progress.filter((one) => isAsked(one, today)).reduce((sum, one) => sum + waitsIn(one), 0),
      counted,
      open: judged.flatMap((one) => openText(one, today, span) ?? []),
      free: progress
        .filter((one) => one.period.from <= today && !isAsked(one, today))
        .map(({ period }) => periodIn(period, span)),
    },
  ]
}

/**
 * The lines of 组织生活开展情况表: every duty of the periods that lie in a span, in the order of the county's form. Where a rule was changed inside it, each
 * version has its own line. What has not begun is asked of nobody. `sections`: as the page of the span is judged.
 */
export function factLines(
  sections: readonly Section[],
  { span, today, order }: { span: PaperSpan; today: Day; order: readonly FactEntry[] },
): FactLine[] {
  const lines = sections.flatMap(({ rows }) =>
    rows.flatMap(({ judged }) => {
      const versions = [...new Set(judged.map(({ duty }) => duty.version))]
      return versions.flatMap((version) =>
        lineOf(
          judged.filter(({ duty }) => duty.version === version),
          versions.length === 1,
          span,
          today,
        ),
      )
    }),
  )
  const compare = byFactOrder(order)
  return lines
    .sort((a, b) => compare(a.duty, b.duty) || a.duty.version - b.duty.version)
    .map((line) => ({ ...line, heading: headingOver(order, itemOf(line.duty)) }))
}
