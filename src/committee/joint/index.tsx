import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { GrowingText } from '@/features/rules/components/GrowingText'
import { SwitchCell } from '@/components/SwitchCell/SwitchCell'
import { orTell } from '@/words/orTell'

type Setting = ResponseOf<'joint.setting'>

/** 联合开展: whether what branches of one unit hold together counts for each, and what the county rests it on. */
export default page(function JointPage() {
  const query = useCloudQuery('joint.setting', {})
  return (
    <Page id="joint" title="联合开展" left="back" onPullDown={query.refetch}>
      <Loaded query={query} skeleton="list">
        {(setting) => (
          <>
            <View className="mb12">
              <Note tone="mute" icon="info">
                支部工作条例对几个支部合开一次会怎样计次没有专门规定（依据待核）。开通后，同一单位的支部可以一起开党员大会、主题党日、集中学习、党课，分别计入；应到、表决、会议记录仍由各支部自己算、自己记。
              </Note>
            </View>
            {setting.mayEdit ? <Form setting={setting} /> : <Shown setting={setting} />}
          </>
        )}
      </Loaded>
    </Page>
  )
})

const Shown = ({ setting: { on, basis } }: { setting: Setting }) => (
  <Card>
    <Field label="联合开展" id="joint-state">
      {on ? '分别计入各支部' : '没有开通'}
    </Field>
    {basis === '' ? null : (
      <>
        <Divider inset={16} />
        <Field label="依据">{basis}</Field>
      </>
    )}
  </Card>
)

function Form({ setting }: { setting: Setting }) {
  const [on, setOn] = useState(setting.on)
  const [basis, setBasis] = useState(setting.basis)
  const { runOnce, busy } = useCloudAction('joint.save')
  const save = async () => {
    if (!(await orTell(runOnce({ on, basis })))) return
    await Taro.showToast({ title: '已保存', icon: 'success' })
  }
  const isSame = on === setting.on && basis.trim() === setting.basis
  return (
    <>
      <Card>
        <SwitchCell
          id="joint-on"
          label="分别计入各支部"
          sub="改动只管以后发布的；已发布的照旧"
          on={on}
          onChange={setOn}
        />
        <Divider inset={16} />
        <Field label="依据" id="field-basis">
          <GrowingText
            id="joint-basis"
            value={basis}
            maxlength={60}
            placeholder="本县文件名称和文号，或哪次会议定的"
            onChange={setBasis}
          />
        </Field>
      </Card>
      <NoSecrets />
      <View className="mt12 mb12">
        <Button
          id="joint-save"
          grow
          busy={busy}
          disabledBecause={on && basis.trim() === '' ? '请写依据' : isSame ? '没有改动' : undefined}
          onTap={() => void save()}
        >
          保存
        </Button>
      </View>
    </>
  )
}
