import { View } from '@tarojs/components'
import { useState } from 'react'
import { declineLabels } from '@domain/activity/proposalLabels'
import { declineReasons } from '@domain/contract/lists'
import type { CommunityProposal, DeclineReason } from '@domain/contract/proposal'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Chip } from '@/components/Chip/Chip'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Sheet } from '@/components/Sheet/Sheet'
import { TextField } from '@/components/TextField/TextField'

interface Props {
  proposal: CommunityProposal
  busy: boolean
  onDecline: (said: { reason: DeclineReason; note?: string }) => void
  onClose: () => void
}

/** 这次不接: the branch reads why. */
export function DeclineSheet({ proposal: { title, branch }, busy, onDecline, onClose }: Props) {
  const [reason, setReason] = useState<DeclineReason>()
  const [note, setNote] = useState('')
  const said = note.trim()
  return (
    <Sheet
      open
      onClose={onClose}
      title="这次不接"
      id="decline-sheet"
      footer={
        <Button
          id="decline-send"
          grow
          busy={busy}
          disabledBecause={reason ? undefined : '先选一个原因'}
          onTap={() => reason && onDecline({ reason, ...(said && { note: said }) })}
        >
          告诉支部
        </Button>
      }
    >
      <View className="t-sub c2">{`${branch.name}会看到原因，可以换个日子再提${title}。`}</View>
      <View className="chips mt12">
        {declineReasons.map((each) => (
          <Chip key={each} id={`decline-${each}`} on={each === reason} onTap={() => setReason(each)}>
            {declineLabels[each]}
          </Chip>
        ))}
      </View>
      <Card className="mt12">
        <TextField
          label="再说一句"
          id="field-note"
          inputId="decline-note"
          value={note}
          maxlength={30}
          placeholder="可不填，如：月底可以"
          onChange={setNote}
        />
      </Card>
      <NoSecrets />
    </Sheet>
  )
}
