import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { InvitationCode } from '@/components/InvitationCode/InvitationCode'
import { Sheet } from '@/components/Sheet/Sheet'
import { orTell } from '@/words/orTell'

interface Props {
  memberId: string
  name: string
  onClose: () => void
}

/** A member's own invitation, made when asked for: an earlier one ends with it. */
export function InviteSheet({ memberId, name, onClose }: Props) {
  const [made, setMade] = useState<ResponseOf<'binding.invite'>>()
  const invite = useCloudAction('binding.invite')
  const make = async () => setMade(await orTell(invite.runOnce({ memberId })))
  return (
    <Sheet
      open
      id="invite-sheet"
      title={`邀请${name}绑定微信`}
      onClose={onClose}
      footer={
        made ? (
          <Button kind="outline" id="invite-done" grow onTap={onClose}>
            好了
          </Button>
        ) : (
          <Button id="invite-make" grow busy={invite.busy} onTap={() => void make()}>
            生成邀请码
          </Button>
        )
      }
    >
      {made ? (
        <InvitationCode {...made} />
      ) : (
        <View className="t-body">
          邀请码只给本人当面扫，不要转发到群里。七天内有效，用过一次就失效；以前给过的会一起失效。
        </View>
      )}
    </Sheet>
  )
}
