import { View } from '@tarojs/components'
import { Button } from '@/components/Button/Button'
import { Sheet } from '@/components/Sheet/Sheet'
import type { RollEntry } from '../logic/rollCall'
import './RollSheet.css'

interface Props {
  entry: RollEntry | undefined
  onClose: () => void
  onTick: (memberId: string, name: string) => void
  onTakeBack: (nonce: string) => void
}

/** A tap on a tile that is not plainly open: on leave but here after all, or entered on this phone and not uploaded yet. */
export function RollSheet({ entry, onClose, onTick, onTakeBack }: Props) {
  if (!entry) return null
  const { person, waiting, state } = entry
  // Uploaded a moment ago, the board does not say so yet.
  if (state === 'registered' && !waiting) return null
  const act = () => {
    if (waiting) onTakeBack(waiting.data.nonce)
    else onTick(person.memberId, person.name)
    onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={person.name}
      footer={
        <Button id="roll-sheet-act" grow onTap={act}>
          {waiting ? '撤回' : '登记到会'}
        </Button>
      }
    >
      <View className="roll-sheet-text">
        {waiting ? '这一条还在本机，没有上传。撤回后，可以重新登记。' : null}
        {state === 'leave' ? '之前请了假。人到了会，就登记到会，请假随之取消。' : null}
        {state === 'absent' ? '会议记录里写了没有到会的原因。人到了会，就登记到会。' : null}
      </View>
    </Sheet>
  )
}
