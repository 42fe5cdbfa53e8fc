import { View } from '@tarojs/components'
import { useState } from 'react'
import { MEMBER_SLOT_MS, mintMemberCode } from '@domain/checkin/code'
import type { ResponseOf } from '@domain/contract/actions'
import { type OwnCode, ownCode } from '@/cloud/ownCode'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useNow } from '@/cloud/useNow'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { QrCode } from '@/components/QrCode/QrCode'
import { replace } from '@/navigation/navigate'
import { useScreenOn } from '@/platform/keepScreenOn'
import './index.css'

/** The code of whoever the cloud says this is, else the one kept on this phone. */
function useOwnCode(me: ResponseOf<'identity.me'> | undefined): OwnCode | undefined {
  const [kept] = useState(ownCode)
  if (!me) return kept
  return me.state === 'bound' && me.member
    ? { name: me.name, branchName: me.branch?.name, ...me.member }
    : undefined
}

/** Minted on the phone from its own key, so that it needs no network. */
function Code({ name, branchName, ...keys }: OwnCode) {
  const now = useNow(1000)
  const seconds = Math.ceil((MEMBER_SLOT_MS - (now % MEMBER_SLOT_MS)) / 1000)
  return (
    <Card className="code" id="code-card">
      <View className="row g12">
        <Avatar name={name} large />
        <View className="grow">
          <View className="t-h1">{name}</View>
          <View className="t-sub c2">{branchName}</View>
        </View>
      </View>
      <View className="code-frame">
        <QrCode id="member-code" text={mintMemberCode({ ...keys, now })} size={232} />
      </View>
      <View className="t-body m ctr mt16">请组织者扫一扫，替您登记</View>
      <View className="t-sub c2 ctr mt4 num">
        每分钟自动换新
        <View className="sep" />
        {seconds} 秒
      </View>
    </Card>
  )
}

export default page(function CodePage() {
  const me = useCloudQuery('identity.me', {})
  const own = useOwnCode(me.data)
  useScreenOn(true)
  return (
    <Page id="code" title="我的码">
      {own ? (
        <>
          <Code {...own} />
          <Card className="mt12">
            <Cell leading={<Icon name="sun" tone="ink2" />} title="屏幕保持点亮" sub="没有网络也能出示" />
            <Divider inset={52} />
            <Cell
              leading={<Icon name="shield" tone="ink2" />}
              title="码里只有临时编号"
              sub="没有姓名、电话和证件号"
            />
          </Card>
        </>
      ) : (
        <Loaded query={me} skeleton="board">
          {() => (
            <Empty
              image="none"
              icon="qr"
              title="登记身份后就有“我的码”"
              text="今天到了会，可以请组织者点名"
              action={{ label: '登记身份', onTap: () => replace('welcome'), id: 'to-welcome' }}
            />
          )}
        </Loaded>
      )}
    </Page>
  )
})
