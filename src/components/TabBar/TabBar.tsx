import { View } from '@tarojs/components'
import { open } from '@/navigation/navigate'
import type { TabKey } from '@/navigation/routes'
import { messageCount, openSheets, selectedTab } from '@/navigation/tabState'
import { aria } from '@/platform/aria'
import { useElder } from '@/platform/useElder'
import { classes } from '../classes'
import { CountBadge } from '../CountBadge/CountBadge'
import { Icon, type IconName } from '../Icon/Icon'
import './TabBar.css'

const tabs: readonly { key: TabKey; label: string; icon: IconName }[] = [
  { key: 'home', label: '首页', icon: 'home' },
  { key: 'activities', label: '活动', icon: 'cal' },
  { key: 'work', label: '工作', icon: 'work' },
  { key: 'messages', label: '消息', icon: 'bell' },
  { key: 'me', label: '我的', icon: 'user' },
]

interface Props {
  /** On h5 each tab page says which tab it is; on weapp the shared state does. */
  selected?: TabKey
}

export function TabBar({ selected }: Props) {
  const { elder } = useElder()
  const shared = selectedTab.use()
  const count = messageCount.use()
  const hidden = openSheets.use() > 0
  const current = selected ?? shared
  if (hidden) return null
  return (
    <View className={classes('tabbar', elder && 'elder')} {...aria('主页面', 'tablist')}>
      {tabs.map(({ key, label, icon }) => (
        <View
          key={key}
          id={`tab-${key}`}
          className={classes('tab', key === current && 'tab-on')}
          onClick={() => key !== current && open(key)}
          {...aria(key === 'messages' && count > 0 ? `${label}，${count} 条` : label, 'tab')}
        >
          <Icon name={icon} tone={key === current ? 'sel' : 'ink2'} />
          {key === 'messages' && (
            <View className="tab-badge">
              <CountBadge count={count} />
            </View>
          )}
          <View>{label}</View>
        </View>
      ))}
    </View>
  )
}
