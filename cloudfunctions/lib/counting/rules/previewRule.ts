import { done } from '@domain/contract/answer'
import { isEnd } from '@domain/duty/changeRule'
import { exceedsUpper } from '@domain/duty/exceedsUpper'
import { newRuleLines, ruleLines } from '@domain/duty/ruleLines'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { readVersions } from '../../store/readVersions'
import { bound } from './bound'
import { changed } from './changed'

/** What a change would do from the next period on. Nothing is written. */
export const previewRule = useCase('duty.preview', aboutCounty, async ({ change }, { now, today, tree }) => {
  const outcome = changed(await readVersions(), change, today)
  if (!outcome.ok) return outcome
  const { before, after } = outcome.data
  return done({
    startsOn: after.validFrom,
    lines: before ? ruleLines(before, after) : newRuleLines(after),
    exceedsUpper: !isEnd(after) && exceedsUpper(after),
    bound: await bound(before, after, { tree, today, now }),
  })
})
