import { enterIn } from '@domain/access/enterIn'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { Why } from '@domain/contract/progress'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import { basisText, ruleText } from '@domain/duty/ruleText'
import type { SeenRecord } from '@domain/evidence/seenRecord'
import { type Period, periodByKey } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { useCase } from '../../entry/useCase'
import { dutyLine } from './dutyLine'
import { judgeSubject, loadSubject, nameOf } from './judgeSubject'
import { lifeRule, shownKindOf } from './lifeKinds'
import { nothingToMakeUp } from './makeUpChoices'

type Request = ParsedRequestOf<'progress.why'>

function ruleOf(duty: Duty): Why['rule'] {
  const { basis, validFrom, version } = duty
  return {
    text: ruleText(duty),
    basis: basisText(basis),
    validFrom,
    version,
  }
}

const newestFirst = <T extends SeenRecord>(records: readonly T[]): T[] =>
  [...records].sort((a, b) => b.at - a.at)

/** Lines of a list that a sheet names: more than are looked through, and four such lists go to a phone at once. */
const LINES = 50

type Lists = Pick<Why, 'counted' | 'notCounted' | 'planned' | 'mayMakeUp'>

/** The first lines of each list, and of the longer ones how many more there are: the number itself stays whole. */
function shownOf({ counted, notCounted, planned, mayMakeUp }: Lists): Lists & Pick<Why, 'further'> {
  const first = <T>(list: readonly T[]) => list.slice(0, LINES)
  const left = Object.entries({ counted, notCounted, planned, mayMakeUp }).flatMap(([name, { length }]) =>
    length > LINES ? [[name, length - LINES]] : [],
  )
  return {
    counted: first(counted),
    notCounted: first(notCounted),
    planned: first(planned),
    mayMakeUp: first(mayMakeUp),
    ...(left.length > 0 && { further: Object.fromEntries(left) as Why['further'] }),
  }
}

/** The rule of a number: a duty's, valid on the first day of the period, or what is said of kinds without a minimum. */
function dutyOf({ dutyId }: Request, period: Period, duties: readonly Duty[]): Duty | undefined {
  const kind = shownKindOf(dutyId)
  return kind ? lifeRule(kind) : dutiesFor(duties, period).find(({ id }) => id === dutyId)
}

/** Number and reasons come from the same evaluation, so the sheet cannot contradict the ring. */
export const whySheet = useCase('progress.why', loadSubject, async (request, context, whose) => {
  const period = periodByKey(request.periodKey)
  const duty = dutyOf(request, period, await readDuties(context.now))
  const judged = duty && (await judgeSubject(whose, duty, period, context))
  if (!duty || !judged) return refuse('invalid_request', { path: 'dutyId' })
  const { progress, exemption, mayMakeUp = [] } = judged
  const entered = 'member' in whose ? enterIn(whose.member, { duty, period }, context) : undefined
  return done({
    ...nothingToMakeUp,
    ...judged,
    ...shownOf({
      counted: newestFirst(progress.counted),
      notCounted: newestFirst(progress.notCounted),
      planned: progress.planned,
      mayMakeUp,
    }),
    subjectName: nameOf(whose, period, context),
    line: dutyLine(duty, progress),
    rule: ruleOf(duty),
    ...(exemption && { exemption }),
    ...(entered !== undefined && { enterIn: entered }),
  })
})
