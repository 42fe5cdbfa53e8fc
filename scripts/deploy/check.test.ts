import type { Health } from '@domain/contract/operator'
import { apply, compare } from './apply'
import { check, rowsOf } from './check'
import { byHand, type CountyFile } from './countyFile'
import { RequestError } from './Management'
import { aDeployment, county, emptyCounty, wellHealth } from './testing/aDeployment'
import { StubAccount } from './testing/StubAccount'

const allDone = Object.fromEntries(byHand.map((one) => [one, '2026-11-29']))
const doneCounty: CountyFile = { ...county, done: allDone }
const sentTrial = [{ template: 'meeting' as const, askedAt: wellHealth.now, outcome: 'sent' }]

async function applied() {
  const account = new StubAccount(county.environment)
  emptyCounty(account)
  await apply(aDeployment(account))
  return account
}
const rowsWith = async (change: Partial<Health>, file = doneCounty) =>
  rowsOf(await compare(aDeployment(await applied())), { ...wellHealth, trials: sentTrial, ...change }, file)
const wrong = async (change: Partial<Health>) =>
  (await rowsWith(change))
    .filter(({ mark }) => mark === '✗')
    .map(({ what, todo }) => `${what}: ${todo ?? ''}`)

test('an environment where all is done shows nothing but ✓', async () => {
  expect((await rowsWith({})).filter(({ mark }) => mark !== '✓')).toEqual([])
})

const troubles: [string, Partial<Health>, RegExp][] = [
  ['another contract', { contractVersion: 0 }, /同一种话[\s\S]*运行 apply/],
  ['nobody who runs the county', { committee: 0 }, /还没有管理员/],
  ['a token nobody used', { committee: 0, openTokens: 1 }, /口令已发/],
  ['no rules', { rules: 0 }, /规则没有写入/],
  ['no key for phone numbers', { hasPhoneKey: false }, /密钥/],
  ['templates that cannot be read', { templates: 'unreadable', templatesSet: [] }, /TEMPLATES/],
  ['a year without its holidays', { calendarMissing: [2027] }, /2027 年的放假安排/],
  ['work that was passed over', { faults: 2 }, /2 处计算失败/],
  ['a reminder that hangs', { oldestClaim: wellHealth.now - 2 * 3_600_000 }, /没有卡住/],
  ['a timer that never ran', { runs: wellHealth.runs.slice(1) }, /汇总定时[\s\S]*还没有运行过/],
  [
    'a timer that stands still',
    { runs: wellHealth.runs.map((run) => ({ ...run, at: run.at - 3 * 3_600_000 })) },
    /汇总定时[\s\S]*没有运行/,
  ],
  [
    'a run that failed',
    { runs: wellHealth.runs.map((run) => ({ ...run, ok: run.job !== 'nightly' })) },
    /夜间定时[\s\S]*失败/,
  ],
  [
    'a timer made past WeChat',
    { runs: wellHealth.runs.map((run) => ({ ...run, source: '' })) },
    /不是由微信的工具建的/,
  ],
  [
    'keywords of another template',
    { trials: [{ template: 'meeting', askedAt: 0, outcome: '47003' }] },
    /关键词对不上/,
  ],
  [
    'a code of WeChat’s nobody knows',
    { trials: [{ template: 'meeting', askedAt: 0, outcome: '99' }] },
    /代码 99/,
  ],
  [
    'no administrator who allows a message',
    { trials: [{ template: 'meeting', askedAt: 0, outcome: 'nobody' }] },
    /允许一次/,
  ],
]

test.each(troubles)('%s is one ✗ with what to do', async (_what, change, sentence) => {
  const found = await wrong(change)
  expect(found.length).toBeGreaterThan(0)
  expect(found.join('\n')).toMatch(sentence)
  expect(found.every((line) => /: \S/.test(line))).toBe(true)
})

test('at eight in the morning a reminder timer that last ran in the evening is well', async () => {
  const now = Date.parse('2026-11-30T08:00:00+08:00')
  const at = Date.parse('2026-11-29T20:05:00+08:00')
  const runs = wellHealth.runs.map((run) => ({ ...run, at: run.job === 'remind' ? at : now - 60_000 }))
  expect(await wrong({ now, runs })).toEqual([])
})

test('what only a person can say is ☐ until its day stands in the county file, or a message that went out shows it', async () => {
  const open = async (change: Partial<Health>) =>
    (await rowsWith(change, county)).filter(({ mark }) => mark === '☐')
  // Without a domain of its own a county has no rule for one to publish.
  expect(await open({ trials: [] })).toHaveLength(byHand.length - 1 + 1)
  expect(await open({})).toHaveLength(byHand.length - 2)
  expect((await open({})).every(({ todo }) => (todo ?? '').includes('done 里写'))).toBe(true)
})

describe('the command', () => {
  test('reads everything back, changes nothing and says how many of each there are', async () => {
    const account = await applied()
    account.invoke = () => ({ ok: true, health: { ...wellHealth, trials: sentTrial } })
    const before = account.state()
    const deployment = aDeployment(account, { county: doneCounty })
    expect(await check(deployment)).toBe(true)
    expect(deployment.said.at(-1)).toMatch(/^\n\d+ 项 ✓，0 项 ✗，0 项 ☐/)
    expect(account.state()).toEqual(before)
  })

  test('of an empty environment says what is missing and that it could not be asked', async () => {
    const account = new StubAccount(county.environment)
    account.fault = ({ action }) =>
      action === 'Invoke' ? new RequestError('Invoke', 'ResourceNotFound.Function', 'operator') : undefined
    const deployment = aDeployment(account)
    expect(await check(deployment)).toBe(false)
    const said = deployment.said.join('\n')
    expect(said).toMatch(/✗ \d+ 个集合/)
    expect(said).toMatch(/✗ 环境自己的报告/)
  })
})
