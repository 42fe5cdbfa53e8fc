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

/** What a member asks to be put right: first changed in the register, then answered; one that carries its change is made by the answer. */
export function CorrectionSheet({ one, onEdit, onClose }: Props) {
  const settle = useCloudAction('roster.settleCorrection')
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
            {one.ready ? '不同意' : '不用更正'}
          </Button>
          <Button id="correction-yes" grow busy={settle.busy} onTap={() => void answer(true)}>
            {one.ready ? '同意，就这样改' : '已经更正'}
          </Button>
        </>
      }
    >
      <View className="t-body" id="correction-text">
        {one.text}
      </View>
      {onEdit && !one.ready ? (
        <View className="mt12">
          <LinkText id="correction-edit" arrow="right" onTap={onEdit}>
            去改名册
          </LinkText>
        </View>
      ) : null}
      <View className="t-sub c2 mt8">
        {one.ready
          ? '同意以后，名册从今天起就这样改好，本人会看到答复。'
          : '改好以后点“已经更正”，本人会看到答复。'}
      </View>
    </Sheet>
  )
}
