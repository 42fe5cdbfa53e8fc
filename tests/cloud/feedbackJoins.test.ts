import { members, openIdOf } from './people'
import { newNonce, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start({ env: { PHONE_KEY: 'kept in no database' } })
})
afterAll(() => world.stop())

const senders = ['m4', 'm5', 'm7', 'm8', 'm9', 'm10', 'n1', 'p1']
const textOf = (memberId: string) => `没有署名的话，第 ${senders.indexOf(memberId)} 位`
const nonces = new Map(senders.map((memberId) => [memberId, newNonce()]))

type Row = Record<string, unknown>
/** Everything that is stored, in the order in which the store gives it. */
const store = (): [string, Row[]][] => {
  const { database } = world.emulator
  return database.collections().map((name) => [name, database.find(name, {}) as Row[]])
}
const instantOf = (value: unknown): number | undefined => {
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return Date.parse(value)
  return typeof value === 'number' && value > 1e12 ? value : undefined
}
const rowsSaid = () =>
  (world.emulator.database.find('feedback', {}) as Row[]).filter(({ text }) =>
    String(text).startsWith('没有署名'),
  )
/** Who said it, by what the test alone knows. */
const sayer = ({ text }: Row) => senders.find((memberId) => textOf(memberId) === text)

beforeAll(async () => {
  for (const memberId of senders) {
    const data = { kind: 'burden', text: textOf(memberId), anonymous: true, nonce: nonces.get(memberId) }
    await world.get(openIdOf(memberId), 'feedback.send', data)
    // Others' business lies in between, with instants of its own.
    await world.get(openIdOf(memberId), 'privacy.export')
  }
})

test('投诉建议 without a name: no row of the store but the item itself is of the item, and none of its sender tells of one', () => {
  for (const row of rowsSaid()) {
    const memberId = sayer(row) ?? ''
    const openId = openIdOf(memberId)
    const { requestId } = world.emulator.database.find('identities', { _id: openId })[0] ?? {}
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`"${memberId}"|${openId}|${String(requestId)}`))
    for (const [name, rows] of store()) {
      const others = rows.filter(({ _id }) => _id !== row._id)
      const keys = [row._id, row.keyHash, row.request].map(String)
      for (const other of others)
        expect([name, keys.some((key) => JSON.stringify(other).includes(key))]).toEqual([name, false])
    }
    const turns = world.emulator.database.find('attempts', { openId }) as Row[]
    expect(turns.filter(({ kind }) => kind === 'feedback')).toEqual([])
  }
})

test('no instant joins them: the item holds none but its day, and is as old as those beside it', () => {
  const rows = rowsSaid()
  expect(rows).toHaveLength(senders.length)
  // All the same: of the day, and of the answer's term.
  const said = rows.map(({ updatedAt: _, ...row }) =>
    Object.values(row).flatMap((value) => instantOf(value) ?? []),
  )
  expect(new Set(said.map((instants) => instants.join())).size).toBe(1)
  expect(said[0]).toContain(Date.parse('2026-09-22T00:00:00+08:00'))
  // `updatedAt` is that of the empty rows, made by the first call for all that came later.
  const called = world.emulator.invocations().filter(({ event }) => event.action === 'feedback.send')
  expect(called).toHaveLength(senders.length)
  const second = called.map(({ startedAt }) => startedAt).sort((a, b) => a - b)[1] ?? 0
  for (const { updatedAt } of rows) expect(instantOf(updatedAt)).toBeLessThan(second)
})

test('no row at all is as old as the sending of one: not the day’s turn either, whatever it is called', () => {
  const calls = [...world.emulator.invocations()].sort((a, b) => a.startedAt - b.startedAt)
  // The first one makes the empty rows of all.
  const sendings = calls.flatMap(({ event, startedAt }, i) =>
    event.action === 'feedback.send' ? [[startedAt, calls[i + 1]?.startedAt ?? Infinity] as const] : [],
  )
  for (const [from, to] of sendings.slice(1))
    for (const [name, rows] of store())
      for (const row of rows) {
        const instants = Object.values(row).flatMap((value) => instantOf(value) ?? [])
        expect([name, row._id, instants.filter((at) => at >= from && at < to)]).toEqual([name, row._id, []])
      }
})

test('no order joins them: neither as the store gives them nor by number do they stand as they were sent', () => {
  const sent = senders.join()
  const rows = rowsSaid()
  const stored = rows.map((row) => sayer(row)).join()
  const numbered = [...rows].sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1)).map((row) => sayer(row))
  // By lot: one time in 40,320 they would.
  expect(stored).not.toBe(sent)
  expect(numbered.join()).not.toBe(sent)
  for (const { _id } of rows) expect(String(_id)).toMatch(/^\d{4}-\d{4}$/)
})

test('sent again it is the same one, and its key alone opens it', async () => {
  const [memberId = ''] = senders
  const data = { kind: 'burden', text: textOf(memberId), anonymous: true, nonce: nonces.get(memberId) }
  const first = await world.get(openIdOf(memberId), 'feedback.send', data)
  expect(rowsSaid()).toHaveLength(senders.length)
  const read = (who: string, keys: string[]) => world.get(who, 'feedback.mine', { keys })
  expect((await read(openIdOf('m3'), [first.key])).items).toMatchObject([{ number: first.number }])
  expect((await read(openIdOf(memberId), [])).items).toEqual([])
  expect(members.some(({ _id }) => _id === memberId)).toBe(true)
})

test('the turns of a day are gone after a month, what was said is not', async () => {
  const turns = () => world.emulator.database.count('feedback', { state: 'turn' })
  expect(turns()).toBe(senders.length)
  world.emulator.clock.advance(31 * 86_400_000)
  await world.emulator.runTimer('nightly')
  expect(turns()).toBe(0)
  expect(rowsSaid()).toHaveLength(senders.length)
})
