import { createStore } from '../platform/store'
import type { TabKey } from './routes'

/** What the tab bar shows; on weapp each tab page has its own bar, so the state is shared here. */
export const selectedTab = createStore<TabKey>('home')
export type ActivitiesView = 'upcoming' | 'services'
/** Which part of 活动 the next look at it begins with: a tab takes no parameters. */
export const wantedActivities = createStore<ActivitiesView | null>(null)
export const messageCount = createStore(0)
/** How many sheets are open: the bar steps aside, since WeChat draws it above everything of the page. */
export const openSheets = createStore(0)
