import { mayDo } from '@domain/access/mayDo'
import { done, refuse } from '@domain/contract/answer'
import type { SpanOf } from '@domain/contract/span'
import { doneBy, heldKindOf } from '@domain/duty/doneBy'
import { basisText } from '@domain/duty/ruleText'
import { hoursOfStudy } from '@domain/duty/sources'
import type { BranchDuty } from '@domain/progress/evaluateBranch'
import type { StudyHours } from '@domain/progress/studyHours'
import { judgedDay } from '@domain/org/membershipOn'
import { type Section, within } from '@domain/progress/within'
import { longKinds, type Period } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { type Context, useCase } from '../../entry/useCase'
import { whyNone } from './dutyLine'
import { judgeOf, loadSubject, nameOf, readable, readOnce, studyHoursOf, type Whose } from './judgeSubject'
import { periodsOffered } from './periodsOffered'

type Cell = SpanOf['sections'][number]['rows'][number]['cells'][number]

function cellOf({ progress, missingNames }: BranchDuty): Cell {
  const { period, state, done: times, needed, missing, counted, notOwed } = progress
  const reason = whyNone(progress)
  return {
    key: period.key,
    ...{ state, done: times, needed, missing, missingNames },
    late: counted.filter(({ backfilled }) => backfilled).length,
    ...(notOwed && { notOwed }),
    ...(reason && { reason }),
  }
}

/** Meetings named at most; the number stays whole. */
const MEETINGS = 50

const studyShown = ({ hours, meetings }: StudyHours): SpanOf['study'] => ({
  hours,
  asks: hoursOfStudy.asks ?? '',
  basis: basisText(hoursOfStudy),
  meetings: meetings.slice(0, MEETINGS),
  further: Math.max(0, meetings.length - MEETINGS),
})

/** Days a paper or a page tells of: whole months. */
type Days = Pick<Period, 'from' | 'to'>

/** A whole year inside is judged by what is held for it until March after; so it is read like one. */
export const readAs = ({ from, to }: Days): Period => {
  const isYear = to.endsWith('-12-31') && from <= `${to.slice(0, 4)}-01-01`
  return { kind: isYear ? 'year' : 'half', key: '', from, to }
}

/** After its last day a branch owes nothing: what it was merged into does. */
function hasEnded(whose: Whose, period: Period, now: number): boolean {
  const validTo = 'organisation' in whose ? whose.organisation.validTo : undefined
  return validTo !== undefined && judgedDay(period, now) > validTo
}

/** Every duty of every period that lies in a span, from one reading: of the page 支部这一年, and of what it hands out. */
export async function sectionsOf(whose: Whose, span: Days, context: Context): Promise<Section[]> {
  const duties = await readDuties(context.now)
  const judge = await judgeOf(whose, readAs(span), context)
  return within(span, duties, (period) => (hasEnded(whose, period, context.now) ? [] : judge(period, duties)))
}

/** Whether the asker may have it and what stays inside as papers: they are of branches alone. */
const mayExport = (whose: Whose, { caller, today, tree }: Context): boolean =>
  'organisation' in whose &&
  whose.organisation.type === 'branch' &&
  mayDo('paper.ofSpan', caller, { day: today, branchId: whose.branchId, staysInside: true }, tree)

/** 支部这一年, and a member's: judged from the same evidence as the sheet behind each of its cells. */
export const spanSheet = useCase('progress.span', loadSubject, async (request, context, whose) => {
  const { now } = context
  const duties = await readDuties(now)
  const offered = longKinds.flatMap((kind) => periodsOffered(kind, duties, { now }))
  const span = offered.find(({ key }) => key === request.periodKey)
  if (!span) return refuse('invalid_request', { path: 'periodKey' })
  const read = await readOnce(whose, span, context)
  const [sections, study] = await Promise.all([
    sectionsOf(read, span, context),
    studyHoursOf(read, span, context),
  ])
  return done({
    subjectName: nameOf(whose, span, context),
    period: span,
    periods: readable(whose, offered, context).map(({ key }) => key),
    ...(study && { study: studyShown(study) }),
    ...(mayExport(whose, context) && { mayExport: true }),
    sections: sections.map(({ kind, rows }) => ({
      kind,
      rows: rows.map(({ duty, judged }) => {
        const held = heldKindOf(duty)
        const { id, label, measure } = duty
        return {
          dutyId: id,
          ...{ label, measure, doneBy: doneBy(duty) },
          ...(held && { kind: held }),
          cells: judged.map(cellOf),
        }
      }),
    })),
  })
})
