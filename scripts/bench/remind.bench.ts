import type { Invocation } from '../../emulator/types'
import { type Figure, figure } from '../lib/figure'
import { callsOfMessages } from './callsOfMessages'
import { withCounty } from './county'

const lastWeek = Date.parse('2026-09-24T08:05:00+08:00')

const database = ({ calls }: Invocation) => calls.filter(({ action }) => action.startsWith('database.'))
/** The county's reminders of one morning: what a message costs, and what a run costs that has nobody to tell. */
export default async function* remind(): AsyncGenerator<Figure> {
  yield* withCounty(async function* ({ emulator, last }) {
    emulator.clock.set(lastWeek)
    const { result } = await emulator.invoke('remind', {}, {})
    const { sent, leader, failed, isFinished } = result as Record<string, number>
    if (!sent || failed || !isFinished) throw new Error(`unexpected run: ${JSON.stringify(result)}`)
    const first = last()
    const claims = database(first).filter(
      ({ action, collection }) => collection === 'reminders' && action.includes('insert'),
    ).length
    yield figure('reminders of a morning: messages sent', sent, 'messages')
    yield figure('reminders of a morning: names for the group leaders', leader ?? 0, 'names')
    // A name for the leader is one call; what is left belongs to the messages.
    const withoutLeaders = callsOfMessages(first) - (claims - sent) - 1
    yield figure('calls per message', withoutLeaders / sent, 'calls', 4)
    yield figure('reminders of a morning, whole run', first.ms, 'ms', 45_000)

    await emulator.invoke('remind', {}, {})
    const second = last()
    yield figure('run again: messages sent', emulator.outbox().length - sent, 'messages', 0)
    yield figure('run again: database calls', database(second).length, 'calls')
    yield figure('run again', second.ms, 'ms')
  })
}
