import type { Activity } from '@domain/activity/activity'
import type { ActivityTarget } from '@domain/contract/reminder'
import type { gapTarget } from '@domain/reminder/gapTarget'
import { isService } from '../../entry/targets'

/** The pages messages open, as the mini-program names them (src/app.config.ts). */
export const pages: Record<ReturnType<typeof gapTarget>, string> = {
  work: 'pages/work/index',
  home: 'pages/home/index',
  visit: 'member/visit/index',
  activities: 'pages/activities/index?tab=services',
}

type Opened = Pick<Activity, '_id' | 'kind' | 'hostType'>

export const targetOf = (activity: Opened): ActivityTarget =>
  isService(activity) ? 'activities' : 'activity'

/** The same as a message opens it. */
export const pageOf = (activity: Opened): string =>
  targetOf(activity) === 'activities' ? pages.activities : `member/activity/index?id=${activity._id}`
