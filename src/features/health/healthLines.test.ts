import { healthLines } from './healthLines'

const now = Date.parse('2026-09-22T14:50+08:00')
const well: Parameters<typeof healthLines>[0] = {
  contractVersion: 1,
  migrated: 2,
  build: '0123456789abcdef',
  runs: [{ job: 'rollup', at: now - 5 * 60_000, ms: 1250, ok: true }],
  faults: 0,
  oldestClaim: null,
  calendarMissing: [],
  credits: [
    { template: 'meeting', left: 3 },
    { template: 'month_gap', left: 0 },
  ],
  files: 0,
}
const line = (id: string, change: Partial<typeof well> = {}) =>
  healthLines({ ...well, ...change }, now).find((one) => one.id === id)

test('when all is well no line asks for anything', () => {
  expect(healthLines(well, now).filter(({ isWell }) => isWell === false)).toEqual([])
  expect(line('rollup')?.text).toBe('每十分钟一次。上次 9月22日 14:45，用时 1.3 秒')
  expect(line('nightly')?.text).toBe('每天凌晨一次。还没有运行过')
  expect(line('credits')?.text).toBe('会前提醒 3 次，月底还差 0 次')
  expect(line('version')?.text).toBe('约定第 1 版，数据第 2 版，云函数 01234567')
})

test('a timer that stopped, one that failed, and what is stuck are said in a sentence', () => {
  const at = now - 3_600_000
  expect(line('rollup', { runs: [{ job: 'rollup', at, ms: 1, ok: true }] })).toMatchObject({
    text: '每十分钟一次。上次 9月22日 13:50，之后没有再运行',
    isWell: false,
  })
  expect(line('rollup', { runs: [{ job: 'rollup', at: now - 1, ms: 1, ok: false }] })?.text).toMatch(
    /没有做完/,
  )
  expect(line('claim', { oldestClaim: at })).toMatchObject({ isWell: false })
  expect(line('faults', { faults: 2 })?.text).toBe('2 处，其余照常，下一次再试')
  expect(line('calendar', { calendarMissing: [2027] })?.text).toMatch(/^2027 年的待录入/)
})
