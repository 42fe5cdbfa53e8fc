import type { rollup, RollupReport } from '../../cloudfunctions/lib/counting/rollup/rollup'
import { at } from '../../domain/testing/at'
import type { Emulator } from '../../emulator/types'
import { figure, type Figure } from '../lib/figure'
import { BRANCHES } from './countyYear'
import { ENV, openYear, untilDone } from './openYear'

const MONTH = '2026-06'
const now = at('2026-06-29 20:00')
const DAY = 24 * 3_600_000
/** Branches written together, as the timer does. */
const PAGE = 16

/** The roll-up in this process, through the real SDK: the one way to tell it how much to do at a time. */
async function inHere({ url }: Emulator): Promise<typeof rollup> {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
    TENCENTCLOUD_SESSIONTOKEN: 'x',
    SCF_NAMESPACE: ENV,
    TCB_ENV: ENV,
    WX_CONTEXT_KEYS: '',
    TCB_CONTEXT_KEYS: '',
  })
  // The SDK reads the environment while it is loaded.
  return (await import('../../cloudfunctions/lib/counting/rollup/rollup')).rollup
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/**
 * Every number of a county-month of 10,000 members anew, through the real SDK. First in the smallest runs there are, a few branches each,
 * taken up by the next one where the last left off; then, on the next day, by the deployed function as the timer calls it. The second must find
 * nothing different: a recomputation in parts is the same as one in a piece.
 */
export default async function* recompute(): AsyncGenerator<Figure> {
  const ofMonth = (day: string) => day.startsWith(MONTH)
  const { emulator, members, facts, stop } = await openYear({ branches: BRANCHES, now, isKept: ofMonth })
  try {
    yield figure('county-month, members', members, 'members')
    yield figure('county-month, facts', facts, 'facts')
    const rollUp = await inHere(emulator)
    const paged = await untilDone(() => rollUp(() => emulator.clock.now(), { page: PAGE, budgetMs: -1 }))
    yield figure(
      'recomputation of a county-month in pages, longest page',
      Math.max(...paged.seconds),
      's',
      20,
    )
    yield figure('recomputation of a county-month in pages, pages', paged.seconds.length, 'pages')
    yield figure('recomputation of a county-month in pages, all pages', sum(paged.seconds), 's')
    emulator.clock.advance(DAY)
    const whole = await untilDone(async () => (await emulator.runTimer('rollup')).result as RollupReport)
    if (!whole.last.isFull || whole.last.differences > 0)
      throw new Error(`not the same: ${JSON.stringify(whole.last)}`)
    yield figure(
      'recomputation of a county-month by the timer, longest run',
      Math.max(...whole.seconds),
      's',
      20,
    )
    yield figure('recomputation of a county-month by the timer, runs', whole.seconds.length, 'runs')
  } finally {
    await stop()
  }
}
