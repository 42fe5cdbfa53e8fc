import type { TabKey } from '@/platform/routes'
import { TabBar } from '../TabBar/TabBar'

/** Taro draws no custom tab bar on h5, so each tab page brings its own. */
export function PageTabs({ selected }: { selected: TabKey }) {
  return <TabBar selected={selected} />
}
