import { done } from '@domain/contract/answer'
import type { RuleList } from '@domain/contract/duty'
import { isEnd } from '@domain/duty/changeRule'
import type { Duty } from '@domain/duty/duty'
import { type Day, startOfDay } from '@domain/time/day'
import { periodOf } from '@domain/time/period'
import { mayInCounty } from '../../entry/countySetting'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { readVersions } from '../../store/readVersions'
import { mayCarry, mayOption, ruleForm, shownRule } from './ruleForm'

type Row = RuleList['rules'][number]

/** The version of the running period; of a rule that has ended the last one, of one still to come the first. */
function shownOf(versions: readonly Duty[], today: Day): Duty | undefined {
  const begun = versions.filter(
    ({ period, validFrom }) => validFrom <= periodOf(period, startOfDay(today)).from,
  )
  return begun[begun.length - 1] ?? versions[0]
}

/** A rule from all its versions, oldest first. */
function rowOf(versions: readonly Duty[], today: Day): Row[] {
  const kept = versions.filter((version) => !isEnd(version))
  const shown = shownOf(kept, today)
  const latest = versions[versions.length - 1]
  if (!shown || !latest) return []
  const next = kept.find(({ version }) => version > shown.version)
  const earlier = kept.filter(({ version }) => version < shown.version).reverse()
  return [
    {
      rule: shownRule(shown),
      ...(next && { next: shownRule(next) }),
      form: ruleForm(latest),
      mayOption: mayOption(latest),
      mayCarry: mayCarry(latest),
      history: earlier.map(({ version, minimum, validFrom, validTo }) => ({
        version,
        minimum,
        validFrom,
        ...(validTo !== undefined && { validTo }),
      })),
    },
  ]
}

export const ascending = (a: Duty, b: Duty): number => a.version - b.version

const inRegister = (a: Duty, b: Duty): number => a.order - b.order || (a.id < b.id ? -1 : 1)

/** All rules in register order; the same list is the 减负自查表. */
export const listRules = useCase('duty.list', aboutCounty, async (_request, context) => {
  const versions = (await readVersions()).sort(ascending)
  const ids = [...new Set([...versions].sort(inRegister).map(({ id }) => id))]
  return done({
    rules: ids.flatMap((dutyId) =>
      rowOf(
        versions.filter(({ id }) => id === dutyId),
        context.today,
      ),
    ),
    mayEdit: mayInCounty('duty.save', context),
  })
})
