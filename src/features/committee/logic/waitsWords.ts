import type { CountyWaits } from '@domain/contract/committee'
import type { WaitingKind } from '@domain/contract/words'
import { dayOf } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import type { Route } from '@/navigation/routes'

type Line = CountyWaits['lines'][number]

const titles: Record<WaitingKind, string> = {
  binding: '绑定申请',
  transfer: '组织关系转接',
  exemption: '说明情况',
  correction: '更正名册',
  late: '补录的会',
  service: '社区服务到场',
  visit: '入户走访',
  deed: '帮办实事',
  report: '社区报到',
  proposal: '支部提议',
  feedback: '投诉建议',
  deletion: '删除申请',
}
export const waitingTitle = (what: WaitingKind): string => titles[what]

/** Whose yes it is where it is not the committee's. */
const whose: Partial<Record<WaitingKind, string>> = {
  binding: '等支部同意',
  transfer: '等支部接收',
  exemption: '等支部答复',
  correction: '等支部答复',
  late: '等第二人确认',
  service: '等社区确认',
  visit: '等村里确认',
  deed: '等社区或村里确认',
  report: '等社区接收',
  proposal: '等社区答复',
}

/** 最早 9月18日 */
export const sinceText = (since: number | undefined): string =>
  since === undefined ? '' : `最早 ${formatDay(dayOf(since))}`

/** 等支部同意, 最早 9月18日 */
export const elsewhereFacts = ({ what, since }: Pick<Line, 'what' | 'since'>): string[] =>
  [whose[what] ?? '', sinceText(since)].filter((fact) => fact !== '')

/** Where the committee answers its own. */
export const answeredAt: Record<WaitingKind, Route> = {
  binding: 'work',
  transfer: 'work',
  exemption: 'work',
  correction: 'work',
  late: 'work',
  service: 'work',
  visit: 'work',
  deed: 'work',
  report: 'work',
  proposal: 'work',
  feedback: 'answers',
  deletion: 'deletions',
}

/** How many wait elsewhere. */
export const elsewhere = ({ places }: Pick<Line, 'places'>): number =>
  places.reduce((sum, { count }) => sum + count, 0)
