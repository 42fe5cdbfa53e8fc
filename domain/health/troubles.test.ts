import { troublesOf } from './troubles'

const at = (time: string) => Date.parse(`2026-09-22T${time}+08:00`)
const well = { runs: [], faults: 0, oldestClaim: null, backupAt: null, begunAt: null }
const run = (job: 'rollup' | 'remind' | 'nightly', time: number, ok = true) => ({ job, at: time, ok })
const kinds = (runs: ReturnType<typeof run>[], now: number) =>
  troublesOf({ ...well, runs }, now).map(({ kind }) => kind)

test('a county whose timers have never run is new, not in trouble', () => {
  expect(troublesOf(well, at('12:00'))).toEqual([])
})

test('a roll-up may lie back thirty minutes, not more', () => {
  expect(kinds([run('rollup', at('11:30'))], at('12:00'))).toEqual([])
  expect(kinds([run('rollup', at('11:30') - 1)], at('12:00'))).toEqual(['late'])
})

test('reminders may lie back two hours by day, and until ten in the morning a night', () => {
  expect(kinds([run('remind', at('10:05'))], at('12:05'))).toEqual([])
  expect(kinds([run('remind', at('10:05'))], at('12:06'))).toEqual(['late'])
  const evening = at('20:05') - 24 * 3_600_000
  expect(kinds([run('remind', evening)], at('09:05'))).toEqual([])
  expect(kinds([run('remind', evening)], at('10:00'))).toEqual(['late'])
})

test('a night may lie back twenty-six hours', () => {
  expect(kinds([run('nightly', at('02:30'))], at('02:30') + 26 * 3_600_000)).toEqual([])
  expect(kinds([run('nightly', at('02:30'))], at('02:30') + 26 * 3_600_000 + 1)).toEqual(['late'])
})

test('a run that failed is told with its instant; late goes before failed', () => {
  expect(troublesOf({ ...well, runs: [run('rollup', at('11:50'), false)] }, at('12:00'))).toEqual([
    { kind: 'failed', job: 'rollup', at: at('11:50') },
  ])
  expect(kinds([run('rollup', at('10:00'), false)], at('12:00'))).toEqual(['late'])
})

test('a claim is stuck after an hour; parts passed over are counted', () => {
  const claim = (time: string) => troublesOf({ ...well, oldestClaim: at(time) }, at('12:00'))
  expect(claim('11:01')).toEqual([])
  expect(claim('11:00')).toEqual([{ kind: 'claim', at: at('11:00') }])
  expect(troublesOf({ ...well, faults: 2 }, at('12:00'))).toEqual([{ kind: 'faults', count: 2 }])
})

test('a backup may lie back two weeks; a county of which nothing is known is new', () => {
  const kindsOf = (backedUp: object) =>
    troublesOf({ ...well, ...backedUp }, at('12:00')).map(({ kind }) => kind)
  const DAY = 24 * 3_600_000
  const [enough, late] = [at('12:00') - 14 * DAY, at('12:00') - 14 * DAY - 1]
  expect(kindsOf({ backupAt: enough, begunAt: late })).toEqual([])
  expect(kindsOf({ backupAt: late })).toEqual(['backup'])
  expect([kindsOf({ begunAt: enough }), kindsOf({ begunAt: late })]).toEqual([[], ['backup']])
})
