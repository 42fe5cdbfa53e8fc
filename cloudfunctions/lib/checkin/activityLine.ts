import type { ActivityWithChair } from '../wx/readActivity'

/** What anyone with a valid code may see of an activity. */
export const activityLine = ({ _id, kind, title, startsAt, place, chairName }: ActivityWithChair) => ({
  id: _id,
  kind,
  title,
  startsAt,
  place,
  ...(chairName !== undefined && { chairName }),
})
