import type { gapTarget } from '@domain/reminder/gapTarget'

/** The pages messages open, as the mini-program names them (src/app.config.ts). */
export const pages: Record<ReturnType<typeof gapTarget>, string> = {
  work: 'pages/work/index',
  home: 'pages/home/index',
  visit: 'member/visit/index',
  activities: 'pages/activities/index?tab=services',
}
