import type { Names } from '../../entry/Names'
import type { ActivityWithChair } from '../../store/readActivity'

/** What anyone with a valid code may see of an activity; without the chair's name where it is not theirs to read. */
export const activityLine = (
  { _id, kind, title, startsAt, place, chair }: ActivityWithChair,
  names: Names,
) => ({
  id: _id,
  kind,
  title,
  startsAt,
  place,
  ...(chair && names.sees(chair) && { chairName: names.acting(chair) }),
})
