import { Text, View } from '@tarojs/components'
import { LinkText } from '@/components/LinkText/LinkText'
import { Note } from '@/components/Note/Note'
import type { PhoneRefusal } from '@/platform/outcome'
import { wordsFor } from '@/platform/refusals'
import './StaleNote.css'

interface Props {
  refusal: PhoneRefusal | undefined
  onRead: () => void
  /** Holds what is typed against the version somebody else has saved. */
  onAgain: () => void
}

/** What was refused and what to do now; what is typed stays. */
export function StaleNote({ refusal, onRead, onAgain }: Props) {
  if (!refusal) return null
  const { title, text, next } = wordsFor(refusal)
  const stale = refusal.reason === 'rule_changed'
  return (
    <View className="stale" id={`refused-${refusal.reason}`}>
      <Note tone="miss" icon={refusal.reason === 'offline' ? 'off' : 'info'}>
        <View className="stale-title">{title}</View>
        <Text>{`${text}。${next}。`}</Text>
        <LinkText id={stale ? 'look-again' : 'refusal-read'} onTap={stale ? onAgain : onRead}>
          {stale ? '对照最新一版，再看一遍' : '知道了'}
        </LinkText>
      </Note>
    </View>
  )
}
