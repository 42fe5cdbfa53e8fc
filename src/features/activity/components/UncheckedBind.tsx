import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import type { BindRequest } from '@domain/contract/identity'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Avatar } from '@/components/Avatar/Avatar'
import { YesNo } from '@/components/YesNo/YesNo'

interface Props {
  request: BindRequest
  onRefused: (refusal: PhoneRefusal | undefined) => void
}

/** Somebody who asks without digits: the person reads six out, and they tell which phone it is. */
export function UncheckedBind({ request, onRefused }: Props) {
  const { requestId, name, branchName, unchecked = 1 } = request
  const { run, busy } = useCloudAction('identity.decide')
  const [code, setCode] = useState('')
  const decide = async (approve: boolean) => {
    onRefused(undefined)
    const outcome = await run({ requestId, approve, ...(approve && { code }) })
    if (!outcome.ok) onRefused(outcome)
  }
  return (
    <View className="bind" id={`bind-${requestId}`}>
      <View className="bind-who">
        <Avatar name={name} />
        <View className="grow">
          <View className="bind-name">{name}</View>
          <View className="bind-at">{`${branchName ?? ''}${unchecked} 个微信申请，没有核对尾号，请本人报核对码`}</View>
        </View>
      </View>
      <Input
        className="field-input bind-code"
        id={`bind-code-${requestId}`}
        type="number"
        maxlength={6}
        placeholder="六位核对码"
        placeholderClass="ph"
        value={code}
        onInput={(event) => setCode(event.detail.value)}
      />
      <YesNo
        yes="是本人"
        no="都不是"
        ids={{ yes: `bind-yes-${requestId}`, no: `bind-no-${requestId}` }}
        busy={busy}
        yesNeeds={/^\d{6}$/.test(code) ? undefined : '填核对码'}
        onSay={(isSelf) => void decide(isSelf)}
      />
    </View>
  )
}
