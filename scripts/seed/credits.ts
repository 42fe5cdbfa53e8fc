import type { Credits } from '@cloud/lib/store/collections/credits'
import type { Identity } from '@cloud/lib/store/collections/identities'
import { DAY, HOUR, MINUTE } from './calendar'
import { demoRegister } from './demoMonth'
import { Random } from './random'

type Choice = Omit<Credits, '_id' | 'moves' | 'updatedAt'>

const usual: Choice = { meeting: 2, month_gap: 1 }

/** As the reminder page is drawn, one whom the group leader tells, and one who has used up what was allowed. */
const written = new Map<string, Choice>([
  [demoRegister('demo-member'), usual],
  [demoRegister('demo-elder'), { ...usual, byLeader: true }],
  [demoRegister('demo-guest'), { meeting: 1, month_gap: 0 }],
])

/** What members allowed by now: most one message of a month's gaps and two of meetings, one in eight nothing, a few want no messages. */
export function creditsOf(identities: readonly Identity[], now: number): Credits[] {
  return identities.flatMap(({ memberId, state, boundAt = now }) => {
    if (memberId === undefined || state !== 'bound') return []
    const random = new Random('credits', memberId)
    const draw = random.next()
    const askedAt = Math.min(boundAt + random.int(1, 20) * DAY + random.int(0, 9 * 60) * MINUTE, now - HOUR)
    const choice = written.get(memberId) ?? (draw < 0.82 ? usual : draw < 0.95 ? null : { byLeader: true })
    return choice ? [{ _id: memberId, ...choice, moves: [], updatedAt: new Date(askedAt) }] : []
  })
}
