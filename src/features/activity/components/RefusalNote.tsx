import { Text, View } from '@tarojs/components'
import type { PhoneRefusal } from '@/cloud/outcome'
import { isUnreached } from '@/cloud/unreached'
import { CaseNumber } from '@/components/CaseNumber/CaseNumber'
import { Note } from '@/components/Note/Note'
import { wordsFor } from '@/words/refusals'
import './RefusalNote.css'

interface Props {
  /** The last thing tried, when it was refused. */
  refusal: PhoneRefusal | undefined
  onRead: () => void
  id?: string
}

/** Says in place what was refused and what to do now; stays until it has been read. */
export function RefusalNote({ refusal, onRead, id = 'refusal' }: Props) {
  if (!refusal) return null
  const { title, text, next, number } = wordsFor(refusal)
  return (
    <View id={id} className="refusal">
      <Note
        tone="miss"
        icon={isUnreached(refusal.reason) ? 'off' : 'info'}
        action={{ label: '知道了', onTap: onRead }}
      >
        <View className="refusal-title">{title}</View>
        <Text>{`${text}。${next}。`}</Text>
        <CaseNumber number={number} />
      </Note>
    </View>
  )
}
