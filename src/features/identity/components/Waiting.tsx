import { View } from '@tarojs/components'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { Icon } from '@/components/Icon/Icon'
import { LinkText } from '@/components/LinkText/LinkText'
import { Steps } from '@/components/Steps/Steps'
import './Waiting.css'

interface Props {
  branchName: string
  /** At a meeting the organiser may say yes, and the registration goes on by itself. */
  atDoor: boolean
  onAgain: () => void
}

/** Asked, and waiting for a yes; the page goes on by itself. */
export function Waiting({ branchName, atDoor, onAgain }: Props) {
  const me = useCloudQuery('identity.me', {})
  const code = me.data?.state === 'requested' ? me.data.checkCode : undefined
  return (
    <View id="bind-waiting">
      <View className="waiting-head">
        <View className="waiting-mark">
          <Icon name="clock" tone="blue" size={40} />
        </View>
        <View className="t-hero mt16">已提交，等确认</View>
        <View className="t-body c2 mt4 ctr">{branchName}</View>
        {code !== undefined && (
          <>
            <View className="t-sub c2 mt16">核对码</View>
            <View className="waiting-code num" id="check-code">
              {code}
            </View>
          </>
        )}
      </View>
      <Card pad>
        {code !== undefined ? (
          <Steps
            items={[
              { title: '把核对码报给党支部书记', text: '当面说，或打电话；不告诉别人' },
              { title: '书记填上就通过', text: '关掉再打开也可以' },
              { title: '这期间有会，请组织者点名', text: '在名单上打勾，效果一样' },
            ]}
          />
        ) : atDoor ? (
          <Steps
            items={[
              { title: '请组织者在名单上点“是本人”', text: '组织者的手机上已经显示您的名字' },
              { title: '确认后自动完成登记', text: '不用再扫一次，停在这一页就好' },
              { title: '没等到，请组织者点名', text: '在名单上打勾，效果一样' },
            ]}
          />
        ) : (
          <Steps
            items={[
              { title: '由党支部书记确认', text: '书记打开小程序就能看到' },
              { title: '确认后自动进入首页', text: '关掉再打开也可以' },
              { title: '这期间有会，请组织者点名', text: '在名单上打勾，效果一样' },
            ]}
          />
        )}
      </Card>
      <View className="waiting-again">
        <LinkText id="bind-again" onTap={onAgain}>
          支部或姓名填错了，重新填
        </LinkText>
      </View>
    </View>
  )
}
