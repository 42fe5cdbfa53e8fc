import { View } from '@tarojs/components'
import { useState } from 'react'
import { roleLabels } from '@domain/access/roleLabels'
import type { ResponseOf } from '@domain/contract/actions'
import type { GrantRole } from '@domain/contract/grants'
import { dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { DayField } from '@/components/DayField/DayField'
import { InvitationCode } from '@/components/InvitationCode/InvitationCode'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Sheet } from '@/components/Sheet/Sheet'
import { TextField } from '@/components/TextField/TextField'
import { orTell } from '@/words/orTell'
import './GrantSheet.css'

interface Props {
  organisationId: string
  mayGive: readonly GrantRole[]
  onClose: () => void
}

/** A right given by a code shown to the person: who is bound already gets it added, who is not is bound with it. */
export function GrantSheet({ organisationId, mayGive, onClose }: Props) {
  const [role, setRole] = useState(mayGive[0])
  const [name, setName] = useState('')
  const [to, setTo] = useState<string>()
  const [made, setMade] = useState<ResponseOf<'binding.inviteStaff'>>()
  const invite = useCloudAction('binding.inviteStaff')
  const make = async () => {
    if (!role) return
    setMade(await orTell(invite.runOnce({ organisationId, role, name: name.trim(), ...(to && { to }) })))
  }
  return (
    <Sheet
      open
      id="grant-sheet"
      title={made ? '请本人扫码' : '给一项权限'}
      onClose={onClose}
      footer={
        made ? (
          <Button kind="outline" id="grant-done" grow onTap={onClose}>
            好了
          </Button>
        ) : (
          <Button
            id="grant-make"
            grow
            busy={invite.busy}
            disabledBecause={name.trim() === '' ? '请填姓名' : undefined}
            onTap={() => void make()}
          >
            生成邀请码
          </Button>
        )
      }
    >
      {made && role ? (
        <InvitationCode {...made} name={`${made.name}（${roleLabels[role]}）`} />
      ) : (
        <>
          <View className="grant-label">权限</View>
          <View className="chips">
            {mayGive.map((each) => (
              <Chip key={each} id={`role-${each}`} on={each === role} onTap={() => setRole(each)}>
                {roleLabels[each]}
              </Chip>
            ))}
          </View>
          <View className="grant-fields">
            <TextField
              label="姓名"
              inputId="grant-name"
              value={name}
              maxlength={20}
              placeholder="给谁"
              onChange={setName}
            />
            <DayField
              label="到哪天"
              id="grant-to"
              value={to}
              start={dayOf(now())}
              placeholder="不定，可以随时收回"
              onChange={setTo}
            />
          </View>
          <NoSecrets />
        </>
      )}
    </Sheet>
  )
}
