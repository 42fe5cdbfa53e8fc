import { mintActivityCode } from '../../domain/checkin/code'
import type { Invocation } from '../../emulator/types'
import { type Figure, figure, quantile } from '../lib/figure'
import { branchOf, bytesRead } from './asked'
import { type BenchCounty, withCounty } from './county'

const isWrite = ({ action }: Invocation['calls'][number]) => /insert|modify|remove/.test(action)

/** A fresh code of the branch's meeting within the hour, which is opened when it is not. */
async function openMeeting({ emulator, ask }: BenchCounty, hostId: string): Promise<string> {
  const now = emulator.clock.now()
  const [meeting] = emulator.database
    .find('activities', { hostId, state: { $in: ['published', 'open'] } })
    .filter(({ startsAt }) => Math.abs(Number(startsAt) - now) < 3_600_000)
  if (!meeting) throw new Error('the demo branch has no meeting now')
  const activityId = String(meeting._id)
  if (meeting.state !== 'open') await ask('demo-secretary', 'activity.setState', { activityId, to: 'open' })
  const { codeKey } = await ask<{ codeKey: string }>('demo-secretary', 'activity.board', { activityId })
  return mintActivityCode({ activityId, codeKey, now: emulator.clock.now() })
}

/** Database calls and times of what phones ask for most, in a warm function over the whole county. */
export default async function* calls(): AsyncGenerator<Figure> {
  yield* withCounty(async function* (county) {
    const { ask, last } = county
    await ask('demo-member', 'progress.home')
    yield figure('function process, cold, first call', last().ms, 'ms')

    const branchId = branchOf(county, 'demo-secretary')
    const year = { branchId, periodKey: '2026' }
    const pages: [name: string, openid: string, action: string, data: object, calls: number, kb: number][] = [
      ['member home', 'demo-member', 'progress.home', {}, 5, 135],
      ['branch page', 'demo-secretary', 'progress.branch', { branchId }, 6, 115],
      ['branch page of a year', 'demo-secretary', 'progress.branch', year, 6, 560],
    ]
    for (const [name, openid, action, data, most, kb] of pages) {
      const times: number[] = []
      for (let turn = 0; turn < 20; turn++) {
        await ask(openid, action, data)
        times.push(last().ms)
      }
      yield figure(`${name}, database calls`, last().calls.length, 'calls', most)
      yield figure(`${name}, read from the database`, bytesRead(last()) / 1000, 'KB', kb)
      yield figure(`${name}, median`, quantile(times, 0.5), 'ms')
    }

    const code = await openMeeting(county, branchId)
    // Rules and tree are kept for a minute, and a slow machine has taken longer.
    await ask('demo-member', 'progress.home')
    const { ticket } = await ask<{ ticket: string }>('demo-member', 'checkin.open', { code })
    const opening = last()
    await ask('demo-member', 'checkin.register', { ticket, nonce: 'bench-registration-1' })
    const both = opening.calls.length + last().calls.length
    yield figure('scan and registration, database calls', both, 'calls', 4)
    yield figure('registration, database calls', last().calls.length, 'calls', 3)
    yield figure('registration, writes', last().calls.filter(isWrite).length, 'calls', 1)
    yield figure(
      'scan and registration, read from the database',
      (bytesRead(opening) + bytesRead(last())) / 1000,
      'KB',
      9.7,
    )
    yield figure('registration', last().ms, 'ms')
  })
}
