import type { RemindReport } from '@cloud/lib/telling/reminder/run'
import type { Action, ResponseOf } from '@domain/contract/actions'
import { contractVersion } from '@domain/contract/answer'
import { callsOfMessages } from '../../scripts/bench/callsOfMessages'
import { BRANCH, history, largeSecretary, people, personId } from './largeBranch'
import { openIdOf } from './people'
import { insert, reached, remindAt, templates } from './reminders'
import { newNonce, World } from './world'

/** Members of the branch; WeChat reaches every other one. */
const SIZE = 330
const TO_A_PHONE = 100_000
const branchId = BRANCH
const ids = Array.from({ length: SIZE }, (_, i) => personId(i + 1))
const reachable = ids.filter((_, i) => i % 2 === 0)
/** Whose group nobody leads, and the branch has no other head: the secretary tells all of them. */
const byPerson = ids.filter((_, i) => i % 2 === 1)

let world: World
beforeAll(async () => {
  world = await World.start({ people, env: templates })
  const { activities, facts } = history(2026)
  insert(world, 'activities', ...activities)
  insert(world, 'facts', ...facts)
  insert(world, 'credits', ...reachable.map((_id) => ({ _id, month_gap: 9, meeting: 9, moves: [] })))
})
afterAll(() => world.stop())

const figures: string[] = []
afterAll(() => void process.stderr.write(`${figures.join('\n')}\n`))

/** A page of the secretary's, small enough for a phone. */
async function page<A extends Action>(action: A): Promise<ResponseOf<A>> {
  const asked = { action, contractVersion, data: { branchId } }
  const { result, text } = await world.post(largeSecretary, asked)
  const bytes = Buffer.byteLength(text)
  figures.push(`${action}: ${(bytes / 1000).toFixed(1)} KB`)
  expect(bytes).toBeLessThanOrEqual(TO_A_PHONE)
  if (!result?.ok) throw new Error(text)
  return result.data as ResponseOf<A>
}

const ofBranch = (openIds: readonly string[]) =>
  openIds.filter((openId) => ids.map(openIdOf).includes(openId))
const tolds = (list: ResponseOf<'reminder.toTell'>['people']) => list.filter(({ told }) => told).length

test('谁能收到 of a branch of 330 names those alone whom WeChat does not reach', async () => {
  const { unreached } = await page('reminder.whoGets')
  expect(unreached.map(({ id }) => id)).toEqual(byPerson)
  expect(new Set(unreached.map(({ because }) => because))).toEqual(new Set(['no_credit']))
})

test('看看怎么告知 before T−7 names nobody, on it as many as one answer holds, and says how many more there are', async () => {
  world.emulator.clock.set(Date.parse('2026-09-23T10:00:00+08:00'))
  expect((await page('reminder.word')).people).toEqual([])
  world.emulator.clock.set(Date.parse('2026-09-24T08:00:00+08:00'))
  const { people: named, further = 0 } = await page('reminder.word')
  expect(named.length + further).toBe(SIZE)
  expect(named.map(({ id }) => id)).toEqual(ids.slice(0, named.length))
})

test('on T−7 each is reached once: by WeChat, with four calls a message at most, or on the list of who tells', async () => {
  const runs: RemindReport[] = []
  for (const hour of ['08', '09', '10']) {
    const before = world.emulator.outbox().length
    const run = await remindAt(world, `2026-09-24 ${hour}:05`)
    const messages = world.emulator.outbox().length - before
    const calls = callsOfMessages(world.lastInvocation())
    figures.push(
      `run at ${hour}:05: ${messages} messages, ${run.leader} for a person, ${calls} calls of messages`,
    )
    // A name on the list is a claim of its own, and the run gives up dead claims once.
    if (messages > 0) expect((calls - run.leader - 1) / messages).toBeLessThanOrEqual(4)
    runs.push(run)
  }
  expect(runs.map(({ isFinished, failed, passedOver }) => [isFinished, failed, passedOver])).toEqual(
    runs.map(() => [true, 0, 0]),
  )
  expect(ofBranch(reached(world))).toEqual(reachable.map(openIdOf).sort())
  const rows = world.emulator.database.find('reminders', { branchId, kind: 'month_gap' })
  expect(rows.map(({ memberId }) => memberId).sort()).toEqual([...ids].sort())
})

test('请当面或电话告诉 holds the others in parts that fit; ticked they make room, until each was told once', async () => {
  const names = new Set<string>()
  for (let turns = 0; names.size < byPerson.length; turns += 1) {
    const { people: list, further = 0 } = await page('reminder.toTell')
    expect(list.length + further).toBe(byPerson.length)
    const open = list.filter(({ told }) => !told)
    if (open.length === 0 || turns > 10) throw new Error(`${names.size} told, nobody is left on the list`)
    for (const { reminderId } of open) {
      expect(names.has(reminderId)).toBe(false)
      names.add(reminderId)
      await world.get(largeSecretary, 'reminder.told', { branchId, reminderId, told: true })
    }
  }
  const { people: list } = await page('reminder.toTell')
  expect(tolds(list)).toBe(list.length)
})

test('the branch’s own word the day after reaches whom it is said to, within a message a day and two a month', async () => {
  world.emulator.clock.set(Date.parse('2026-09-28T10:00:00+08:00'))
  const { people: named } = await page('reminder.word')
  const before = reached(world).length
  const memberIds = named.map(({ id }) => id)
  await world.get(largeSecretary, 'reminder.say', { branchId, memberIds, nonce: newNonce() })
  await remindAt(world, '2026-09-28 10:05')
  await remindAt(world, '2026-09-28 11:05')
  const owed = named.filter(({ because, enough }) => because === undefined && enough === undefined)
  expect(reached(world).length - before).toBe(owed.length)
  expect(owed.length).toBeGreaterThan(100)
  const most = Math.max(
    ...reachable.map((id) => reached(world).filter((openId) => openId === openIdOf(id)).length),
  )
  expect(most).toBe(2)
})

test('who was told enough comes last: for whom there was no room before stands first on the next day', async () => {
  world.emulator.clock.set(Date.parse('2026-09-28T15:00:00+08:00'))
  const { people: named } = await page('reminder.word')
  const firstEnough = named.findIndex(({ enough }) => enough !== undefined)
  expect(named.slice(firstEnough).every(({ enough }) => enough !== undefined)).toBe(true)
})
