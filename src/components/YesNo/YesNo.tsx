import { View } from '@tarojs/components'
import { Button } from '../Button/Button'
import './YesNo.css'

interface Props {
  yes: string
  no: string
  ids: { yes: string; no: string }
  busy: boolean
  onSay: (agree: boolean) => void
  /** Why yes cannot be said yet. */
  yesNeeds?: string
}

/** A question answered where it stands: no on the left and yes on the right, as at the foot of a sheet. */
export function YesNo({ yes, no, ids, busy, onSay, yesNeeds }: Props) {
  return (
    <View className="yes-no">
      <Button kind="sunk" small grow id={ids.no} busy={busy} onTap={() => onSay(false)}>
        {no}
      </Button>
      <Button
        kind="outline"
        small
        grow
        id={ids.yes}
        busy={busy}
        disabledBecause={yesNeeds}
        onTap={() => onSay(true)}
      >
        {yes}
      </Button>
    </View>
  )
}
