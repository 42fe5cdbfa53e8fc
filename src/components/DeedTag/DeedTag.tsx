import type { Deed } from '@domain/contract/deed'
import { Tag } from '../Tag/Tag'

/** 认领 → 办结 → 确认 */
const looks = {
  claimed: { tag: '办理中', tone: 'miss' },
  finished: { tag: '待确认', tone: 'info' },
  confirmed: { tag: '已确认', tone: 'done' },
  dropped: { tag: '已放下', tone: 'mute' },
} as const

/** How far a 实事 is, for whoever does it and for the place that asked. */
export function DeedTag({ state }: Pick<Deed, 'state'>) {
  const { tag, tone } = looks[state]
  return <Tag tone={tone}>{tag}</Tag>
}
