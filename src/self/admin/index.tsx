import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { TextField } from '@/components/TextField/TextField'
import { useConsentGate } from '@/navigation/consent'
import { restart } from '@/navigation/navigate'
import { orTell } from '@/words/orTell'

/** As the contract has it: shorter is no token yet. */
const SHORTEST = 20

/** 首次启用: the first person of the work committee, by the one-time token printed at set-up. */
export default page(function AdminPage() {
  const me = useCloudQuery('identity.me', {})
  useConsentGate(me.data)
  const { runOnce, busy } = useCloudAction('binding.firstAdmin')
  const [token, setToken] = useState('')
  const [name, setName] = useState('')
  const missing = token.trim().length < SHORTEST ? '先填口令' : !name.trim() ? '填姓名' : undefined
  const send = async () => {
    if (!(await orTell(runOnce({ token: token.trim(), name: name.trim() })))) return
    await me.refetch()
    restart('work')
  }
  return (
    <Page
      id="admin"
      title="首次启用"
      dock={
        <Button id="admin-send" grow busy={busy} disabledBecause={missing} onTap={() => void send()}>
          启用
        </Button>
      }
    >
      <Loaded query={me} skeleton="list">
        {() => (
          <>
            <Note tone="info" icon="shield">
              给县直机关工委的第一位工作人员。口令在安装时给出，只能用一次；已经有人启用的，请那位同志在“授权”里添加。
            </Note>
            <View className="mt12">
              <Card>
                <TextField
                  label="口令"
                  inputId="admin-token"
                  value={token}
                  maxlength={64}
                  placeholder="安装时给出的一串字符"
                  onChange={setToken}
                />
                <Divider inset={16} />
                <TextField
                  label="姓名"
                  inputId="admin-name"
                  value={name}
                  maxlength={20}
                  placeholder="您的姓名"
                  onChange={setName}
                />
              </Card>
            </View>
            <NoSecrets />
          </>
        )}
      </Loaded>
    </Page>
  )
})
