import type { TabKey } from '@/platform/routes'

/** WeChat draws the bar itself, from custom-tab-bar. */
export function PageTabs(_props: { selected: TabKey }) {
  return null
}
