import { done, refuse } from '@domain/contract/answer'
import type { SpanOf } from '@domain/contract/progress'
import { doneBy, heldKindOf } from '@domain/duty/doneBy'
import { basisText } from '@domain/duty/ruleText'
import { hoursOfStudy } from '@domain/duty/sources'
import type { BranchDuty } from '@domain/progress/evaluateBranch'
import type { StudyHours } from '@domain/progress/studyHours'
import { within } from '@domain/progress/within'
import { longKinds } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { useCase } from '../../entry/useCase'
import { whyNone } from './dutyLine'
import { judgeOf, loadSubject, nameOf, readable, studyHoursOf } from './judgeSubject'
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

/** 支部这一年, and a member's: judged from the same evidence as the sheet behind each of its cells. */
export const spanSheet = useCase('progress.span', loadSubject, async (request, context, whose) => {
  const { now } = context
  const duties = await readDuties(now)
  const offered = longKinds.flatMap((kind) => periodsOffered(kind, duties, { now }))
  const span = offered.find(({ key }) => key === request.periodKey)
  if (!span) return refuse('invalid_request', { path: 'periodKey' })
  const [judge, study] = await Promise.all([
    judgeOf(whose, span, context),
    studyHoursOf(whose, span, context),
  ])
  const sections = within(span, duties, (period) => judge(period, duties))
  return done({
    subjectName: nameOf(whose, span, context),
    period: span,
    periods: readable(whose, offered, context).map(({ key }) => key),
    ...(study && { study: studyShown(study) }),
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
