import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { exemptionLabels } from '@domain/org/exemptions'
import { formatDay } from '@domain/time/format'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon, type IconName } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Switch } from '@/components/Switch/Switch'
import { useConsentGate } from '@/navigation/consent'
import { open } from '@/navigation/navigate'
import { useElder } from '@/platform/useElder'
import './index.css'

type Bound = Extract<ResponseOf<'identity.me'>, { state: 'bound' }>

const icon = (name: IconName) => <Icon name={name} tone="ink2" />

function Entry({
  id,
  name,
  title,
  text,
  onTap,
}: {
  id: string
  name: IconName
  title: string
  text: string
  onTap: () => void
}) {
  return (
    <View className="me-entry card" id={id} hoverClass="pressed" onClick={onTap}>
      <Icon name={name} tone="red" size={28} />
      <View>
        <View className="t-body b">{title}</View>
        <View className="t-cap c2">{text}</View>
      </View>
    </View>
  )
}

function exemptionText({ category, from, to }: Bound['exemptions'][number]): string {
  const label = (exemptionLabels as Record<string, string | undefined>)[category] ?? '已设置'
  return `${label}，${formatDay(from)}起${to ? `至${formatDay(to)}` : ''}`
}

/** 亮身份、亮职责、亮承诺: what the branch keeps of oneself for all to read; nothing where it keeps none. */
function OwnCard({ memberId }: { memberId: string }) {
  const { data } = useCloudQuery('list.ofMember', { memberId, from: 0, card: true })
  if (!data || data.rows.length === 0) return null
  return (
    <Card className="me-facts" id="my-card">
      {data.rows.map(({ entryId, name, text }, index) => (
        <View key={entryId}>
          {index > 0 && <Divider inset={52} />}
          <Cell leading={icon('card')} title={name} sub={text} />
        </View>
      ))}
    </Card>
  )
}

function Facts({ me }: { me: Bound }) {
  const villages = me.households.map(({ village, number }) => `${village}${number}`).join('、')
  return (
    <Card className="me-facts" id="facts">
      <Cell
        id="my-community"
        leading={icon('heart')}
        title="报到社区"
        sub={me.community?.name}
        right={me.community ? undefined : '还没有报到'}
        chevron
        onTap={() => open('reportIn')}
      />
      <Divider inset={52} />
      <Cell
        leading={icon('visit')}
        title="联系的帮扶户"
        sub={villages || undefined}
        right={me.households.length > 0 ? `${me.households.length} 户` : '还没有'}
        {...(me.households.length > 0
          ? { id: 'my-households', chevron: true, onTap: () => open('visit') }
          : {})}
      />
      <Divider inset={52} />
      <Cell
        id="my-deeds"
        leading={icon('deed')}
        title="办实事"
        sub="认领、办结、确认"
        chevron
        onTap={() => open('deeds')}
      />
      <Divider inset={52} />
      {me.theoryGroups?.map(({ id, name }) => (
        <View key={id}>
          <Cell
            id={`my-unit-${id}`}
            leading={icon('book')}
            title="中心组"
            sub={name}
            chevron
            onTap={() => open('unit', { unitId: id })}
          />
          <Divider inset={52} />
        </View>
      ))}
      <Cell
        leading={icon('cup')}
        title="不作硬性要求"
        sub={me.exemptions.length > 0 ? me.exemptions.map(exemptionText).join('；') : undefined}
        right={me.exemptions.length > 0 ? '已设置' : '没有设置'}
        id="my-exemptions"
        chevron
        onTap={() => open('exemption')}
      />
    </Card>
  )
}

const doors = [
  { route: 'privacy', name: 'shield', title: '隐私中心', sub: '看谁看过、导出、更正、删除' },
  { route: 'feedback', name: 'msg', title: '投诉建议', sub: '5 个工作日内答复' },
  { route: 'about', name: 'info', title: '关于', sub: '网信备案号、版本' },
] as const

function Settings() {
  const { elder, setElder } = useElder()
  return (
    <Card className="me-facts">
      <Cell
        leading={icon('aa')}
        title="大字模式"
        sub="字和按钮都放大"
        right={<Switch id="elder-switch" on={elder} onChange={setElder} label="大字模式" />}
      />
      {doors.map(({ route, name, title, sub }) => (
        <View key={route}>
          <Divider inset={52} />
          <Cell
            id={`to-${route}`}
            leading={icon(name)}
            title={title}
            sub={sub}
            chevron
            onTap={() => open(route)}
          />
        </View>
      ))}
    </Card>
  )
}

export default page(function MePage() {
  const me = useCloudQuery('identity.me', {})
  useConsentGate(me.data)
  return (
    <Page id="me" left="title" title="我的" tab="me" plates onPullDown={() => me.refetch()}>
      <Loaded query={me} skeleton="list">
        {(data) =>
          data.state === 'bound' ? (
            <>
              <View className="me-head">
                <Avatar name={data.name} large />
                <View className="grow">
                  <View className="t-h1" id="my-name">
                    {data.name}
                  </View>
                  <View className="t-sub c2">
                    {data.branch?.name}
                    {data.group && <View className="sep" />}
                    {data.group?.name}
                  </View>
                </View>
              </View>
              {data.member && (
                <View className="me-entries">
                  <Entry id="my-code" name="qr" title="我的码" text="给组织者扫" onTap={() => open('code')} />
                  <Entry
                    id="my-records"
                    name="list"
                    title="我的记录"
                    text="每一次都在"
                    onTap={() => open('records')}
                  />
                </View>
              )}
              {data.memberId !== undefined && (
                <>
                  <OwnCard memberId={data.memberId} />
                  <Facts me={data} />
                </>
              )}
            </>
          ) : (
            <Card className="me-facts">
              <Cell
                id="to-welcome"
                leading={icon('user')}
                title="登记身份"
                sub="首次使用，核对一次姓名"
                chevron
                onTap={() => open('welcome')}
              />
            </Card>
          )
        }
      </Loaded>
      <Settings />
    </Page>
  )
})
