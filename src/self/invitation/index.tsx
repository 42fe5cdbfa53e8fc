import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { roleLabels } from '@domain/access/roleLabels'
import { readCode } from '@domain/checkin/code'
import type { ResponseOf } from '@domain/contract/actions'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { page } from '@/components/FreshStart/FreshStart'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Refused } from '@/components/Refused/Refused'
import { ResultHead } from '@/components/ResultHead/ResultHead'
import { TextField } from '@/components/TextField/TextField'
import { hasConsented } from '@/navigation/consent'
import { entryCodeOf } from '@/navigation/entryCode'
import { open, restart } from '@/navigation/navigate'
import { buzz } from '@/platform/haptic'
import { orTell } from '@/words/orTell'
import './index.css'

/** The token of the code in the page's address; empty: opened without one. */
function useToken(): string {
  const { params } = useRouter()
  const code = readCode(entryCodeOf(params)?.text ?? '')
  return code?.type === 'invitation' ? code.token : ''
}

/** What the invitation is for, and nothing more of whom it names than the surname. */
function Invited({ organisation, hint, role }: ResponseOf<'binding.look'>) {
  return (
    <Card pad id="invited">
      <View className="t-h1">{organisation.name}</View>
      <View className="t-body c2 mt4">邀请您用这个微信登记</View>
      <View className="mt12">
        <KeyValue items={[['姓名', hint], ...(role ? ([['身份', roleLabels[role]]] as const) : [])]} />
      </View>
      <View className="invitation-note">请确认说的是您本人。不是给您的，请不要登记。</View>
    </Card>
  )
}

/** Of one on paper, which somebody else may have picked up. */
function TailField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  return (
    <View className="mt12">
      <Card>
        <TextField
          label="手机尾号"
          inputId="take-tail"
          digits
          value={value}
          maxlength={4}
          placeholder="您手机号的后四位"
          onChange={onChange}
        />
      </Card>
    </View>
  )
}

/** Scan of an invitation: look, agree to the privacy text where that is new, take. */
export default page(function InvitationPage() {
  const token = useToken()
  const looked = useCloudQuery('binding.look', { token }, { enabled: token !== '' })
  const me = useCloudQuery('identity.me', {})
  const { runOnce, busy } = useCloudAction('binding.take')
  const [phoneTail, setPhoneTail] = useState('')
  const [taken, setTaken] = useState<ResponseOf<'binding.take'>>()
  const agreed = me.data !== undefined && hasConsented(me.data)
  const take = async () => {
    const done = await orTell(runOnce({ token, ...(looked.data?.asksTail && { phoneTail }) }))
    if (!done) return
    buzz()
    setTaken(done)
  }
  if (taken) {
    return (
      <Page
        id="invitation"
        title="邀请登记"
        left="none"
        dock={
          <Button grow id="done" onTap={() => restart('home')}>
            进入首页
          </Button>
        }
      >
        <ResultHead title="登记好了">
          <View className="t-body c2 mt4 ctr" id="taken">
            <View>{taken.name}同志</View>
            <View>{taken.organisationName}</View>
          </View>
        </ResultHead>
      </Page>
    )
  }
  return (
    <Page
      id="invitation"
      title="邀请登记"
      dock={
        looked.data &&
        (agreed ? (
          <Button
            grow
            id="take"
            busy={busy}
            disabledBecause={looked.data.asksTail && !/^\d{4}$/.test(phoneTail) ? '填手机尾号' : undefined}
            onTap={() => void take()}
          >
            是我本人，登记
          </Button>
        ) : (
          <Button grow id="to-consent" onTap={() => open('consent')}>
            先看隐私说明
          </Button>
        ))
      }
    >
      {token === '' ? (
        <Refused refusal={{ ok: false, reason: 'invitation_gone' }} />
      ) : (
        <Loaded query={looked} skeleton="list">
          {(data) => (
            <>
              <Invited {...data} />
              {agreed && data.asksTail && <TailField value={phoneTail} onChange={setPhoneTail} />}
              {!agreed && me.data && (
                <View className="mt12">
                  <Note tone="info" icon="shield">
                    首次使用，先看一遍怎样使用您的信息，同意以后再登记。
                  </Note>
                </View>
              )}
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
})
