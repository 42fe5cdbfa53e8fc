import { View } from '@tarojs/components'
import { Button } from '@/components/Button/Button'
import { Sheet } from '@/components/Sheet/Sheet'
import { isInCloud, type RollEntry } from '../logic/rollCall'
import { LeaveAnswer } from './LeaveAnswer'
import './RollSheet.css'

interface Props {
  entry: RollEntry | undefined
  onClose: () => void
  onTick: (memberId: string, name: string) => void
  /** Without a nonce: it is uploaded. */
  onTakeBack: (entry: RollEntry, nonce?: string) => void
}

/** A tap on a tile that is not plainly open: on leave but here after all, 请假 to be answered, or entered on this phone and not uploaded yet. */
export function RollSheet({ entry, onClose, onTick, onTakeBack }: Props) {
  if (!entry) return null
  const { person, waiting, state } = entry
  // Uploaded meanwhile: it is taken back where it stands now, in the cloud.
  const uploaded = isInCloud(entry)
  const asksLeave = state === 'unregistered' && person.leaveAsked !== undefined
  const act = () => {
    if (waiting) onTakeBack(entry, waiting.data.nonce)
    else if (uploaded) onTakeBack(entry)
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
          {waiting ? '撤回' : uploaded ? '撤销登记' : '登记到会'}
        </Button>
      }
    >
      <View className="roll-sheet-text">
        {uploaded ? '这一条已经上传。撤销要选一个原因，可以随时恢复。' : null}
        {waiting ? '这一条还在本机，还没有收到上传的回音。撤回后，可以重新登记。' : null}
        {state === 'leave' ? '之前请了假。人到了会，就登记到会，请假随之取消。' : null}
        {asksLeave ? '会议开始后请了假，等您答复。人到了会，就登记到会。' : null}
        {state === 'absent' ? '会议记录里写了没有到会的原因。人到了会，就登记到会。' : null}
      </View>
      {asksLeave ? (
        <LeaveAnswer factId={person.leaveAsked ?? ''} memberId={person.memberId} onAnswered={onClose} />
      ) : null}
    </Sheet>
  )
}
