import { Image, View } from '@tarojs/components'
import { useEffect } from 'react'
import mark from '@/assets/img/mark.svg'
import wordmark from '@/assets/img/wordmark.svg'
import { Button } from '@/components/Button/Button'
import { page } from '@/components/FreshStart/FreshStart'
import { LinkText } from '@/components/LinkText/LinkText'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { BindForm } from '@/features/identity/components/BindForm'
import { Declined } from '@/features/identity/components/Declined'
import { Waiting } from '@/features/identity/components/Waiting'
import { useBinding } from '@/features/identity/hooks/useBinding'
import { useConsentGate } from '@/navigation/consent'
import { open } from '@/navigation/navigate'
import { scanToCheckIn } from '@/navigation/scanToCheckIn'
import { pictureOf } from '@/platform/aria'
import { useVisible } from '@/platform/useVisible'
import './index.css'

/** For whoever the register does not know yet: says what this is, and asks only what is needed. */
export default page(function WelcomePage() {
  const { me, waitingFor, declined, asked, again } = useBinding(5000)
  const bound = me.data?.state === 'bound'
  const visible = useVisible()
  useConsentGate(bound ? undefined : me.data)
  useEffect(() => {
    // Not from below a check-in page that is just showing its result.
    if (bound && visible) open('home')
  }, [bound, visible])
  return (
    <Page id="welcome" left="none" plates>
      <Loaded query={me} skeleton="list">
        {(data) => {
          if (data.state === 'bound') return null
          if (waitingFor) return <Waiting branchName={waitingFor} atDoor={false} onAgain={again} />
          return (
            <>
              <View className="welcome-head">
                <View className="row g8">
                  <Image {...pictureOf()} className="welcome-mark" src={mark} />
                  <Image {...pictureOf()} className="welcome-word" src={wordmark} />
                </View>
                <View className="welcome-slogan">工作在单位、活动在社区、奉献双岗位</View>
                <View className="t-body c2 mt16">
                  县直机关党员的到会登记和记录。首次使用，请核对一次身份。
                </View>
              </View>
              {declined && <Declined />}
              <BindForm onRequested={asked} />
              <View className="welcome-door">
                <View className="t-sub c2">正在会场？先扫现场的码，核对身份后接着自动登记。</View>
                <Button kind="outline" icon="scan" id="scan-button" onTap={() => void scanToCheckIn()}>
                  扫码登记
                </Button>
              </View>
              <LinkText id="to-about" onTap={() => open('about')}>
                关于先锋双岗
              </LinkText>
            </>
          )
        }}
      </Loaded>
    </Page>
  )
})
