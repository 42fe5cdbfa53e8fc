import type { TabKey } from '@/navigation/routes'

/** WeChat draws the bar itself, from custom-tab-bar. */
export function PageTabs(_props: { selected: TabKey }) {
  return null
}
