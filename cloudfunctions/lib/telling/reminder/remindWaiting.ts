import { dueWaiting, waitingKey } from '@domain/reminder/dueWaiting'
import { waitingFields } from '@domain/reminder/messageFields'
import { type Answerer, askedAs, waitsFor } from '@domain/reminder/waits'
import type { Tree } from '@domain/org/tree'
import { dayOf, startOfDay } from '@domain/time/day'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { rootOf } from '../../entry/targets'
import { nameForRecords } from '../../entry/whoIsCalling'
import { walletOf } from '../../store/collections/credits'
import { anyOf, atLeast, not, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { countyTemplates } from './countyTemplates'
import { deliver } from './deliver'
import { pages } from './pages'
import { readWaits } from './readWaits'
import type { Run } from './run'

const MOST = 20_000

interface Receiver extends Answerer {
  openId: string
  wallet: string
}

/** Those who allowed a message of what waits; three calls, one where nobody did. */
async function readReceivers(): Promise<Receiver[]> {
  const where = { waiting: atLeast(1), byLeader: not(true), off: not('waiting') }
  const wallets = (await find('credits', where, { limit: MOST, fields: ['waiting'] })).map(({ _id }) => _id)
  if (wallets.length === 0) return []
  const fields = ['memberId', 'requestId', 'grants'] as const
  const bound = { state: 'bound' as const }
  const [identities, members] = await Promise.all([
    find(
      'identities',
      anyOf({ ...bound, memberId: oneOf(wallets) }, { ...bound, requestId: oneOf(wallets) }),
      { limit: MOST, fields },
    ),
    find('members', { _id: oneOf(wallets) }, { limit: MOST, fields: ['memberships', 'posts'] }),
  ])
  const byId = new Map(members.map((member) => [member._id, member]))
  return identities
    .filter((identity) => wallets.includes(walletOf(identity)))
    .map((identity) => {
      const member = byId.get(identity.memberId ?? '')
      const name = nameForRecords({ identity, ...(member && { member }) })
      const wallet = walletOf(identity)
      return { openId: identity._id, wallet, name, grants: identity.grants, ...(member && { member }) }
    })
}

/** When each of them was last told of what waits (ms), as far back as anything that waits. */
async function readLastAt(wallets: readonly string[], since: number): Promise<ReadonlyMap<string, number>> {
  const where = { memberId: oneOf(wallets), kind: 'waiting' as const, at: atLeast(since) }
  const rows = await find('reminders', where, { limit: 50_000, fields: ['memberId', 'at'] })
  const last = new Map<string, number>()
  for (const { memberId, at } of rows) last.set(memberId, Math.max(at, last.get(memberId) ?? 0))
  return last
}

/**
 * Tells whoever is waited for, by WeChat those who asked for it; in the inbox and under 待办 it stands for everybody. What was answered meanwhile
 * is not among what is read. Twenty-one calls, besides those for each message.
 */
export async function remindWaiting(tree: Tree, calendar: WorkCalendar, run: Run): Promise<void> {
  const { now } = run
  const { waiting } = countyTemplates()
  const rootId = rootOf(tree)?._id
  if (!waiting || rootId === undefined) return
  const receivers = await readReceivers()
  const today = dayOf(now)
  const asked = [...new Set(receivers.flatMap((one) => askedAs(one, today)))]
  const all = await readWaits(asked, rootId, now)
  if (all.length === 0) return
  const oldest = Math.min(...all.map(({ since }) => since))
  const wallets = receivers.map(({ wallet }) => wallet)
  const lastAt = await readLastAt(wallets, startOfDay(dayOf(oldest)))
  const due = receivers.flatMap((receiver) => {
    const waits = waitsFor(receiver, all, today)
    const told = dueWaiting({ waits, lastAt: lastAt.get(receiver.wallet), now, calendar })
    return told.length > 0 ? [{ ...receiver, waits: told }] : []
  })
  await run.each(due, ({ openId, wallet, waits }) =>
    deliver(
      {
        _id: waitingKey(wallet, now),
        memberId: wallet,
        branchId: '',
        kind: 'waiting',
        periodKey: today,
        overdue: false,
        items: [],
        at: now,
      },
      { openId, templateId: waiting.id, page: pages.work, data: waitingFields(waits, waiting) },
    ),
  )
}
