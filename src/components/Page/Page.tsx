import { ScrollView, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { offerNewRelease } from '@/navigation/newRelease'
import type { TabKey } from '@/navigation/routes'
import { selectedTab } from '@/navigation/tabState'
import { useElder } from '@/platform/useElder'
import { classes } from '../classes'
import { idOf } from '../idOf'
import { Nav, type NavLeft } from './Nav'
import { PageTabs } from './PageTabs'
import './Page.css'

interface Props {
  title?: string
  left?: NavLeft
  /** A tab page says which one it is. */
  tab?: TabKey
  /** Actions that stay at the bottom. */
  dock?: ReactNode
  /** Floats above the tab bar over the content. */
  floating?: ReactNode
  /** Sheets: outside of the scrolled part. */
  overlay?: ReactNode
  white?: boolean
  /** The two plates behind the top of the page. */
  plates?: boolean
  id?: string
  onPullDown?: () => Promise<unknown>
  children: ReactNode
}

/** Frame of every page: navigation, scrolled content, dock, tabs, and large-text mode for all inside. */
export function Page(props: Props) {
  const {
    title,
    left = 'back',
    tab,
    dock,
    floating,
    overlay,
    white,
    plates,
    id,
    onPullDown,
    children,
  } = props
  const { elder } = useElder()
  const [pulling, setPulling] = useState(false)
  useDidShow(() => {
    if (!tab) return
    selectedTab.set(tab)
    void offerNewRelease()
  })
  const pull = () => {
    setPulling(true)
    void onPullDown?.().finally(() => setPulling(false))
  }
  return (
    <View
      className={classes('page', elder && 'elder', white && 'page-white', tab && 'page-tabbed')}
      {...idOf(id)}
    >
      {plates && <View className="page-plates" />}
      <Nav title={title} left={left} />
      <ScrollView
        className="page-body"
        scrollY
        enhanced
        showScrollbar={false}
        refresherEnabled={Boolean(onPullDown)}
        refresherTriggered={pulling}
        onRefresherRefresh={pull}
      >
        <View className={classes('in', Boolean(floating) && 'in-floating')}>{children}</View>
      </ScrollView>
      {floating && <View className="page-floating">{floating}</View>}
      {dock && <View className="dock">{dock}</View>}
      {tab && <PageTabs selected={tab} />}
      {overlay}
    </View>
  )
}
