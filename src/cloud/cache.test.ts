import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { actions } from '@domain/contract/actions'
import { contractVersion } from '@domain/contract/answer'
import { dropOldKept, readKept, wipeAnswers, wipeKept, writeKept } from './cache'
import { keptActions } from './keptActions'
import { keepOwnCode, ownCode } from './ownCode'

const week = 7 * 24 * 3600 * 1000
const held = new Map<string, string>()

const settings = { credits: [], templateIds: { meeting: 't1' }, byLeader: false }

beforeEach(() => {
  held.clear()
  jest.mocked(Taro.getStorageSync).mockImplementation((key: string) => held.get(key) ?? '')
  jest
    .mocked(Taro.setStorageSync)
    .mockImplementation((key: string, value: string) => void held.set(key, value))
  jest.mocked(Taro.removeStorageSync).mockImplementation((key: string) => void held.delete(key))
  Taro.getStorageInfoSync = () => ({ keys: [...held.keys()], currentSize: 0, limitSize: 0, errMsg: 'ok' })
})

test('one own page is kept for a week, to the millisecond', () => {
  writeKept('reminder.settings', {}, settings, 1000)
  expect(readKept('reminder.settings', {}, 1000 + week)?.value).toEqual(settings)
  expect(readKept('reminder.settings', {}, 1001 + week)).toBeUndefined()
})

test('what is of others is never kept on the phone', () => {
  writeKept('progress.branch', { branchId: 'b1' }, { rows: [] }, 1000)
  expect(held.size).toBe(0)
})

test('of one’s work the meetings are kept, and no name of whoever waits for a word', () => {
  const bind = { requestId: 'r1', memberId: 'm1', name: '姜松', at: 1, atDoor: false }
  const back = { factId: 'f1', name: '夏志振', title: '9月党课', at: 1, reason: '漏登', by: '宋秀国' }
  const meeting = {
    id: 'a1',
    title: '9月党课',
    startsAt: 1,
    place: '',
    state: 'open',
    registered: 0,
    expected: 2,
  }
  const rest = { places: [], communities: [], villages: [], county: false }
  const work = { ...rest, meetings: [meeting], bindRequests: [bind], witness: [back] }
  writeKept('identity.work', {}, work, 1000)
  expect(readKept('identity.work', {}, 1000)?.value).toEqual({
    ...rest,
    meetings: [meeting],
    bindRequests: [],
    above: [],
    witness: [],
  })
  expect([...held.values()].join()).not.toMatch(/姜松|夏志振/)
})

test('answers to different questions do not mix', () => {
  writeKept('progress.records', { year: 2026 }, { year: 2026, records: [] }, 1000)
  expect(readKept('progress.records', { year: 2026 }, 1000)).toBeDefined()
  expect(readKept('progress.records', { year: 2025 }, 1000)).toBeUndefined()
})

test('an answer kept by a release with another contract is none', () => {
  writeKept('reminder.settings', {}, settings, 1000)
  const key = 'sg:cache:me:reminder.settings:{}'
  const text = held.get(key) ?? ''
  held.set(key, text.replace('"version":1', '"version":0'))
  expect(readKept('reminder.settings', {}, 1000)).toBeUndefined()
  held.set(key, JSON.stringify({ at: 1000, value: settings }))
  expect(readKept('reminder.settings', {}, 1000)).toBeUndefined()
})

test('wiping the answers leaves one’s own code and what waits; wiping everything kept leaves no code', () => {
  held.set('sg:elder', 'true')
  held.set('sg:queue:me', '{}')
  writeKept('reminder.settings', {}, settings, 1000)
  const me = { state: 'bound', name: '胡淑', households: [], exemptions: [], roles: [] } as const
  keepOwnCode({ ...me, households: [], exemptions: [], roles: [], member: { alias: 'a1', codeKey: 'k1' } })
  wipeAnswers()
  expect(ownCode()).toEqual({ name: '胡淑', branchName: undefined, alias: 'a1', codeKey: 'k1' })
  wipeKept()
  expect([...held.keys()]).toEqual(['sg:elder', 'sg:queue:me'])
})

test('of the answers only those of before an instant are wiped, and what is no answer any more', () => {
  writeKept('progress.home', {}, 'old', 1000)
  writeKept('activity.list', {}, 'new', 5000)
  held.set('sg:cache:me:activity.view:{}', '{')
  wipeAnswers(5000)
  expect([...held.keys()]).toEqual(['sg:cache:me:activity.list:{}'])
})

test('one’s own code does not grow old, and goes with the binding', () => {
  keepOwnCode({
    ...{ state: 'bound', name: '胡淑', households: [], exemptions: [], roles: [] },
    member: { alias: 'a1', codeKey: 'k1' },
  })
  dropOldKept(1000 * week)
  expect(ownCode()).toBeDefined()
  keepOwnCode({ state: 'stranger' })
  expect(ownCode()).toBeUndefined()
})

test('what is older than a week leaves the phone at the start', () => {
  writeKept('progress.home', {}, 'old', 1000)
  writeKept('activity.list', {}, 'new', 5000)
  dropOldKept(1001 + week)
  expect([...held.keys()]).toEqual(['sg:cache:me:activity.list:{}'])
})

test('a broken copy is as good as none', () => {
  held.set('sg:cache:me:progress.home:{}', '{')
  expect(readKept('progress.home', {}, 1000)).toBeUndefined()
})

interface Schema {
  type: string
  entries?: Record<string, Schema>
  item?: Schema
  wrapped?: Schema
  value?: Schema
  options?: unknown[]
  literal?: unknown
  pipe?: { requirement?: RegExp }[]
}

/** Text that fits the patterns the contract knows: an id, a day. */
const textFor = ({ pipe = [] }: Schema): string =>
  ['x1', '2026-09-22', '2026-09'].find((text) =>
    pipe.every(({ requirement }) => !(requirement instanceof RegExp) || requirement.test(text)),
  ) ?? ''

/** An answer with everything in it, each list with one of everything. */
function sample(schema: Schema): unknown {
  const { type, entries = {}, item, wrapped, value, options = [], literal } = schema
  if (type === 'string') return textFor(schema)
  if (type === 'number') return 1
  if (type === 'boolean') return true
  if (type === 'literal') return literal
  if (type === 'picklist') return options[0]
  if (type === 'array') {
    const inner = item!
    return inner.type === 'variant' ? (inner.options as Schema[]).map(sample) : [sample(inner)]
  }
  if (type === 'record') return { meeting: sample(value!) }
  if (type === 'variant') return sample(options[options.length - 1] as Schema)
  if (wrapped) return sample(wrapped)
  return Object.fromEntries(Object.entries(entries).map(([name, each]) => [name, sample(each)]))
}

/** The value with one thing in it missing or of another kind, in every place. */
function* spoilt(value: unknown): Generator {
  yield undefined
  yield { other: 1 }
  if (typeof value !== 'object' || value === null) return
  for (const [name, each] of Object.entries(value)) {
    for (const inner of spoilt(each)) {
      const next: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...value }
      Object.assign(next as object, { [name]: inner })
      yield JSON.parse(JSON.stringify(next))
    }
  }
}

test.each(keptActions)('%s: a kept copy is an answer exactly where the contract says so', (action) => {
  const schema = actions[action].response
  const whole = sample(schema as unknown as Schema)
  expect(v.is(schema, whole)).toBe(true)
  const readable = (value: unknown) => {
    held.set(`sg:cache:me:${action}:{}`, JSON.stringify({ version: contractVersion, at: 1000, value }))
    return readKept(action, {}, 1000) !== undefined
  }
  expect(readable(whole)).toBe(true)
  const copies = [...spoilt(whole)].slice(1)
  expect(copies.length).toBeGreaterThan(5)
  for (const copy of copies) expect([copy, readable(copy)]).toEqual([copy, v.is(schema, copy)])
})
