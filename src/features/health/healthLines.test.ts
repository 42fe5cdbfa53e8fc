import { healthLines } from './healthLines'

const now = Date.parse('2026-09-22T14:50+08:00')
const well: Parameters<typeof healthLines>[0] = {
  contractVersion: 1,
  migrated: 2,
  build: '0123456789abcdef',
  runs: [{ job: 'rollup', at: now - 5 * 60_000, ms: 1250, ok: true }],
  faults: 0,
  oldestClaim: null,
  backupAt: null,
  begunAt: null,
  calendarMissing: [],
  credits: [
    { template: 'meeting', left: 3 },
    { template: 'month_gap', left: 0 },
  ],
  fared: { sent: 812, refused: [], unknown: 0, byPerson: 40, told: 31, inbox: 0 },
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

test('a backup is asked for after two weeks without one', () => {
  const DAY = 86_400_000
  const backup = (change: Partial<typeof well>) => {
    const { text, isWell } = line('backup', change) ?? {}
    return [text, isWell]
  }
  const begunAt = now - 7 * DAY
  expect(backup({ begunAt })).toEqual(['每周一次。还没有做过', undefined])
  expect(backup({ begunAt: now - 15 * DAY })).toEqual(['每周一次。还没有做过，该做了', false])
  expect(backup({ backupAt: now - 7 * DAY, begunAt: now - 90 * DAY })).toEqual([
    '每周一次。上次 9月15日',
    true,
  ])
  expect(backup({ backupAt: now - 15 * DAY })).toEqual(['每周一次。上次 9月7日，该做了', false])
})

test('what became of the messages is said in sums; what nobody’s wish explains is to be looked at', () => {
  expect(line('fared')?.text).toBe('微信收到 812 条；由人告知 40 条，已告诉 31 条')
  expect(line('refused')).toMatchObject({ text: '没有', isWell: true })
  const fared = { ...well.fared, refused: [{ code: 43101, count: 3 }], unknown: 1, inbox: 2 }
  expect(line('fared', { fared })?.text).toMatch(/；只放在消息里 2 条$/)
  expect(line('refused', { fared })).toMatchObject({
    text: '本人没有允许，或已经用完 3 条；微信没有回音 1 条。不重发，转给党小组长当面告诉',
    isWell: true,
  })
  const wrong = {
    ...fared,
    refused: [
      { code: 47003, count: 9 },
      { code: 9, count: 1 },
    ],
  }
  expect(line('refused', { fared: wrong })).toMatchObject({
    text: expect.stringContaining('模板的关键词对不上 9 条；代码 9 1 条') as string,
    isWell: false,
  })
})
