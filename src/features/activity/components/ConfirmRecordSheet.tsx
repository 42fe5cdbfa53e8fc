import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { now } from '@/cloud/clock'
import { LookAgain } from '@/components/LookAgain/LookAgain'
import { Note } from '@/components/Note/Note'
import { recordWords } from '../logic/recordWords'
import './ConfirmRecordSheet.css'

interface Props {
  open: boolean
  record: ResponseOf<'activity.record'>
  busy: boolean
  onClose: () => void
  onConfirm: () => void
}

/** Numbers and names that will stand in the record, before they do. */
export function ConfirmRecordSheet({ open, record, busy, onClose, onConfirm }: Props) {
  const { sentence, absent, early } = recordWords(record, now())
  return (
    <LookAgain
      id="confirm"
      open={open}
      title="确认成册"
      yes="确认成册"
      busy={busy}
      onClose={onClose}
      onYes={onConfirm}
    >
      <View className="confirm-record-sentence">{sentence}</View>
      {absent.length > 0 ? (
        <View className="confirm-record-absent">
          {absent.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
      ) : null}
      {early ? (
        <View className="mb12" id="confirm-early">
          <Note tone="miss" icon="clock">
            {early}
          </Note>
        </View>
      ) : null}
      <Note tone="info" icon="info">
        成册以后，各栏不再改动。后来补登的，另有标记，要第二个人确认。确有出入，支部书记可以写明原因收回，两次都留下。
      </Note>
    </LookAgain>
  )
}
