import type { EarlyNote } from '../contract/progress'
import { doneBy } from '../duty/doneBy'
import { dutiesFor } from '../duty/dutiesFor'
import type { Duty } from '../duty/duty'
import type { Member } from '../org/member'
import { startOfDay } from '../time/day'
import { type Period, periodOf } from '../time/period'
import { exemptionFor } from './notOwed'

type Track = EarlyNote['of']

const isOfTrack = (duty: Duty, of: Track): boolean => {
  const done = doneBy(duty)
  if (of === 'dues') return done === 'dues'
  return of === 'life' ? done === 'meeting' : done === 'visit' || done === 'deed'
}

/** 不作硬性要求 of everything the track is about. Dues are never lifted. */
export const isExemptFrom = (duties: readonly Duty[], member: Member, month: Period, of: Track): boolean => {
  if (of === 'dues') return false
  const owed = [month, periodOf('year', startOfDay(month.from))]
    .flatMap((period) => dutiesFor(duties, period))
    .filter((duty) => duty.subject === 'member' && isOfTrack(duty, of))
    .filter(({ appliesTo }) => appliesTo !== 'with_household' || member.households.length > 0)
  return owed.length > 0 && owed.every((duty) => exemptionFor(member, duty, month) !== undefined)
}
