import { useState } from 'react'
import { addDays, type Day, dayOf } from '@domain/time/day'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useNow } from '@/cloud/useNow'
import { buzz } from '@/platform/haptic'
import type { EnteredTalk, TalkPage } from '../logic/talkDraft'

interface Draft {
  /** Who talked, and with whom; absent: whoever holds the phone, nobody yet. */
  first?: string
  second?: string
  /** Absent: today, also after midnight. */
  on?: Day
}

/** 记一次谈心谈话: who, with whom, which day; what was entered, and taking it back. */
export function useTalk(branchId: string, data: TalkPage | undefined, withId: string | undefined) {
  const today = dayOf(useNow(60_000))
  const { runOnce, busy } = useCloudAction('talk.enter')
  const [draft, setDraft] = useState<Draft>(withId === undefined ? {} : { second: withId })
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const { on = today, first: firstId = data?.me, second: secondId } = draft
  const personOf = (id: string | undefined) => data?.people.find(({ memberId }) => memberId === id)
  // From one's own number: nobody talks with oneself.
  const [first, second] = [personOf(firstId), secondId === firstId ? undefined : personOf(secondId)]

  const send = async (memberId: string, withId: string, day: Day, held: boolean) => {
    const outcome = await runOnce({ branchId, memberId, withId, on: day, held })
    setRefusal(outcome.ok ? undefined : outcome)
    if (outcome.ok) buzz()
    return outcome.ok
  }
  const enter = async () => {
    if (!first || !second) return
    // The next one is with somebody else; who talked and when may be the same.
    if (await send(first.memberId, second.memberId, on, true)) setDraft(({ second: _, ...same }) => same)
  }
  return {
    ...{ first, second, on, busy, refusal },
    days: { today, yesterday: addDays(today, -1) },
    change: (change: Draft) => setDraft({ ...draft, ...change }),
    enter,
    takeBack: (talk: EnteredTalk) => send(talk.who.id, talk.with.id, talk.on, false),
    clear: () => setRefusal(undefined),
  }
}
export type Talk = ReturnType<typeof useTalk>
