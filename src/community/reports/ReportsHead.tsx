import { View } from '@tarojs/components'
import type { CommunityPage } from '@domain/contract/community'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { type CountPart, Counts } from '@/components/Counts/Counts'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { LinkText } from '@/components/LinkText/LinkText'
import { open } from '@/navigation/navigate'

const icon = (name: 'users' | 'qr') => <Icon name={name} tone="ink2" />

const countsOf = ({ registered, waiting, more, listOn }: CommunityPage): CountPart[] => {
  const unlisted = waiting.filter(({ listed }) => !listed).length
  return [
    { key: 'registered', label: '已报到', count: registered, tone: 'pine' },
    { key: 'waiting', label: '等您接收', count: waiting.length + more, tone: 'blue' },
    ...(listOn === undefined ? [] : [{ key: 'unlisted', label: '名单里没有', count: unlisted }]),
  ]
}

interface Props {
  data: CommunityPage
  onImport: () => void
}

/** How many there are, and the way to a list. */
export const ReportsHead = ({ data, onImport }: Props) => (
  <Card className="waits-card">
    <View className="report-title">
      <View className="t-h2">{data.community.name}</View>
      <LinkText id="import-list" icon="cloudup" onTap={onImport}>
        导入名单
      </LinkText>
    </View>
    <Counts parts={countsOf(data)} />
  </Card>
)

/** What else belongs to 报到. */
export const ReportDoors = ({ data, onCode }: { data: CommunityPage; onCode: () => void }) => (
  <Card className="mt12">
    <Cell
      id="to-residents"
      leading={icon('users')}
      title="报到名单"
      right={`${data.registered} 人`}
      chevron
      onTap={() => open('residents', { communityId: data.community.id })}
    />
    <Divider inset={52} />
    <Cell
      id="show-report-code"
      leading={icon('qr')}
      title="报到码"
      sub="贴在社区，党员扫了就能报到"
      chevron
      onTap={onCode}
    />
  </Card>
)
