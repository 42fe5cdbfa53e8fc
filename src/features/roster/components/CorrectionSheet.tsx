import { View } from '@tarojs/components'
import type { Roster } from '@domain/contract/roster'
import { correctionLabels } from '@domain/privacy/correctionLabels'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { LinkText } from '@/components/LinkText/LinkText'
import { Sheet } from '@/components/Sheet/Sheet'
import { orTell } from '@/words/orTell'

interface Props {
  one: Roster['corrections'][number]
  /** Absent: whoever answers may not open the register's entry. */
  onEdit?: () => void
  onClose: () => void
}

/** What a member asks to be put right: first changed in the register, then answered. */
export function CorrectionSheet({ one, onEdit, onClose }: Props) {
  const settle = useCloudAction('roster.settleCorrection', ['roster.list'])
  const answer = async (agree: boolean) => {
    await orTell(settle.run({ correctionId: one.correctionId, agree }))
    onClose()
  }
  return (
    <Sheet
      open
      id="correction-sheet"
      title={`${one.name}请更正${correctionLabels[one.field]}`}
      onClose={onClose}
      footer={
        <>
          <Button kind="outline" id="correction-no" busy={settle.busy} onTap={() => void answer(false)}>
            不用更正
          </Button>
          <Button id="correction-yes" grow busy={settle.busy} onTap={() => void answer(true)}>
            已经更正
          </Button>
        </>
      }
    >
      <View className="t-body" id="correction-text">
        {one.text}
      </View>
      {onEdit ? (
        <View className="mt12">
          <LinkText id="correction-edit" arrow="right" onTap={onEdit}>
            去改名册
          </LinkText>
        </View>
      ) : null}
      <View className="t-sub c2 mt8">改好以后点“已经更正”，本人会看到答复。</View>
    </Sheet>
  )
}
