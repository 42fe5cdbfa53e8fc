import type { PhoneRefusal } from '@/cloud/outcome'
import { isUnreached } from '@/cloud/unreached'
import { open } from '@/navigation/navigate'
import { takeNewRelease } from '@/navigation/newRelease'
import { wordsForPage } from '@/words/pageWords'
import { Empty } from '../Empty/Empty'

interface Props {
  refusal: PhoneRefusal
  /** Absent: back to the home page. */
  action?: { label: string; onTap: () => void; id?: string }
}

/** A page's whole answer when the cloud says no, or could not be reached with nothing kept to show. */
export function Refused({ refusal, action }: Props) {
  const { title, text, next, number } = wordsForPage(refusal)
  const away = { label: '返回首页', onTap: () => open('home'), id: 'refused-home' }
  // Nothing else helps there: asking again gets the same answer, home as well.
  const update = { label: '更新小程序', onTap: () => void takeNewRelease(), id: 'refused-update' }
  const isTooOld = refusal.reason === 'client_outdated'
  return (
    <Empty
      image="none"
      icon={isUnreached(refusal.reason) ? 'off' : 'info'}
      title={title}
      text={`${text}。${next}。`}
      number={number}
      action={isTooOld ? update : (action ?? away)}
      id={`refused-${refusal.reason}`}
    />
  )
}
