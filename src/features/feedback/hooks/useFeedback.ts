import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { orTell } from '@/words/orTell'
import { feedbackKeys, keepFeedbackKey } from '../logic/feedbackKeys'
import type { FeedbackKind } from '../logic/feedbackWords'

export const LONGEST = 200

type Sent = ResponseOf<'feedback.send'>

/** What is being written, and what one has sent. */
export function useFeedback() {
  const [keys, setKeys] = useState(feedbackKeys)
  const mine = useCloudQuery('feedback.mine', { keys })
  const { runOnce, busy } = useCloudAction('feedback.send')
  const [kind, setKind] = useState<FeedbackKind>('wrong_number')
  const [text, setText] = useState('')
  const [anonymous, setAnonymous] = useState(false)
  const [sent, setSent] = useState<Sent>()
  const send = async () => {
    const done = await orTell(runOnce({ kind, text: text.trim(), anonymous }))
    if (!done) return
    if (anonymous) {
      keepFeedbackKey(done.key)
      setKeys(feedbackKeys())
    }
    setText('')
    setSent(done)
  }
  return { mine, busy, kind, setKind, text, setText, anonymous, setAnonymous, sent, send }
}
