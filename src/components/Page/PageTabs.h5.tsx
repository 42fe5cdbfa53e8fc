import type { TabKey } from '@/navigation/routes'
import { useVisible } from '@/platform/useVisible'
import { TabBar } from '../TabBar/TabBar'

/** Taro draws no custom tab bar on h5, so the tab page on the screen brings its own. */
export function PageTabs({ selected }: { selected: TabKey }) {
  return useVisible() ? <TabBar selected={selected} /> : null
}
