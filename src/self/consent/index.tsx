import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { consentVersion } from '@domain/contract/consentVersion'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { LinkText } from '@/components/LinkText/LinkText'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { AgreeButton } from '@/features/privacy/components/AgreeButton'
import { ConsentText } from '@/features/privacy/components/ConsentText'
import { WholeText } from '@/features/privacy/components/WholeText'
import { hasConsented } from '@/navigation/consent'
import { back, open } from '@/navigation/navigate'
import { openGuidelines } from '@/platform/openGuidelines'
import { orTell } from '@/words/orTell'
import './index.css'

/** What is still there for whoever does not agree. */
function Declined({ onAgain }: { onAgain: () => void }) {
  return (
    <>
      <Empty
        image="none"
        icon="shield"
        id="declined"
        title="没有同意，就不使用您的信息"
        text="到会由组织者点名登记，不受影响。以后想用，再打开就可以。"
        action={{ label: '再看一遍', onTap: onAgain, id: 'read-again' }}
      />
      <Card className="consent-doors">
        <Cell
          id="to-privacy"
          leading={<Icon name="shield" tone="ink2" />}
          title="隐私中心"
          sub="已经存了什么，导出、更正、删除"
          chevron
          onTap={() => open('privacy')}
        />
        <Divider inset={52} />
        <Cell
          id="to-feedback"
          leading={<Icon name="msg" tone="ink2" />}
          title="投诉建议"
          sub="5 个工作日内答复"
          chevron
          onTap={() => open('feedback')}
        />
      </Card>
    </>
  )
}

/** One's own tick: the consent for 党员身份 is given apart from everything else. */
function Tick({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  return (
    <View className="consent-tick" id="consent-tick" hoverClass="pressed" onClick={() => onChange(!on)}>
      <View className={on ? 'consent-box consent-box-on' : 'consent-box'}>
        {on && <Icon name="check" tone="on" size={18} />}
      </View>
      <View className="grow">我单独同意处理我的党员身份和组织生活信息（敏感个人信息）</View>
    </View>
  )
}

/** 隐私说明: shown before first use, and to be read again at any time. */
export default page(function ConsentPage() {
  const me = useCloudQuery('identity.me', {})
  const [ticked, setTicked] = useState(false)
  const [isWhole, setIsWhole] = useState(false)
  const [declined, setDeclined] = useState(false)
  const { run, busy } = useCloudAction('privacy.consent')
  const asks = me.data !== undefined && !hasConsented(me.data)
  const agreeing = useRef(false)
  const agree = async () => {
    // WeChat's button tells of one tap by two events; going back twice would leave the page that led here too.
    if (agreeing.current) return
    agreeing.current = true
    const done = await orTell(run({ version: consentVersion, agree: true }))
    agreeing.current = done !== undefined
    if (!done) return
    // The page below must not ask again for what it knew before.
    await me.refetch()
    back()
  }
  const dock = asks && !declined && (
    <View className="dock-stack">
      <Tick on={ticked} onChange={setTicked} />
      <View className="consent-answers">
        <Button kind="outline" id="disagree" onTap={() => setDeclined(true)}>
          不同意
        </Button>
        {ticked ? (
          <AgreeButton busy={busy} onTap={() => void agree()} />
        ) : (
          <Button
            id="agree-first"
            grow
            onTap={() => void Taro.showToast({ title: '请先勾选上面一行', icon: 'none' })}
          >
            同意，开始使用
          </Button>
        )}
      </View>
    </View>
  )
  return (
    <Page id="consent" title="隐私说明" left={asks ? 'none' : 'back'} {...(dock && { dock })}>
      <Loaded query={me} skeleton="list">
        {() =>
          declined ? (
            <Declined onAgain={() => setDeclined(false)} />
          ) : (
            <>
              <ConsentText renewed={asks && me.data?.consent !== undefined} />
              {isWhole ? (
                <WholeText />
              ) : (
                <LinkText id="see-whole" arrow="down" onTap={() => setIsWhole(true)}>
                  隐私说明全文
                </LinkText>
              )}
              {openGuidelines && (
                <LinkText id="guidelines" arrow="right" onTap={openGuidelines}>
                  微信登记的《用户隐私保护指引》
                </LinkText>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  )
})
