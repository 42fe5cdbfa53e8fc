import { carriable } from '@domain/activity/validatePlan'
import type { ActivityKind } from '@domain/contract/words'
import { heldKindOf } from '@domain/duty/doneBy'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import { periodOf } from '@domain/time/period'

/** What a 主题党日 at that time may carry: by the rule of its month, or as counties begin. */
export function mayCarryAt(duties: readonly Duty[], startsAt: number): readonly ActivityKind[] {
  const rule = dutiesFor(duties, periodOf('month', startsAt)).find(
    (duty) => heldKindOf(duty) === 'theme_party_day',
  )
  return rule?.carries ?? carriable
}
