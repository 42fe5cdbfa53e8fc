import fs from 'node:fs'
import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import { aFact, anActivity } from '@domain/testing/builders'
import { textsBelow } from '../journeys/secrets'
import { consents } from './agreed'
import { recomputedNumbers, storedNumbers } from './numbers'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { checkIn, newNonce, openMeeting, secretary, World } from './world'

const county = 'openid-county'
const m4 = openIdOf('m4')
const DAY = 86_400_000

/** Whoever is to be found nowhere any more. */
const person = { name: '欧阳不凡', phoneTail: '7391', alias: 'alias-ouyang', codeKey: 'c0ffee42'.repeat(8) }
const texts = ['给大娘修电灯', '孩子生病了', '我家的事', '尾号换成新的', '站错队了']
const traces = [person.name, person.alias, person.codeKey, m4, ...texts]

const august = Date.parse('2026-08-18T15:00:00+08:00')
const meetingOfAugust: Activity = anActivity({
  _id: 'august',
  startsAt: august,
  carries: ['study'],
  state: 'recorded',
  expected: members.slice(0, 12).map(({ _id, standing }) => ({ memberId: _id, standing })),
})

const people = {
  organisations,
  members: members.map((one): Member =>
    one._id === 'm4'
      ? {
          ...one,
          ...person,
          households: [{ householdId: 'h1', from: '2026-01-01' }],
          exemptions: [
            {
              category: 'mobile',
              from: '2026-03-01',
              to: '2026-03-31',
              dutyIds: ['member_study'],
              setBy: 'm1',
            },
            { category: 'health', from: '2026-09-01', state: 'asked' },
          ],
        }
      : one,
  ),
  identities,
  consents,
  households: [
    { _id: 'h1', number: '07 号', villageId: 'village1', memberIds: ['m4'], doorCode: 'door-of-h1' },
  ],
  activities: [meetingOfAugust],
  facts: ['m1', 'm4', 'm5'].map((memberId) =>
    aFact({ memberId, activityId: 'august', occurredAt: august, _id: `august_${memberId}` }),
  ),
  imports: [
    { _id: 'i1', kind: 'head', state: 'applied', at: MOMENT },
    {
      _id: 'i1_0',
      kind: 'page',
      importId: 'i1',
      at: MOMENT,
      rows: [{ name: person.name }, { name: '李同志' }],
    },
  ],
}

let world: World
let isClosed = false
beforeAll(async () => {
  world = await World.start({ people })
})

afterAll(() => (isClosed ? undefined : world.stop()))

const find = (name: string, query: object = {}) => world.emulator.database.find(name, query)

async function rollup(): Promise<{ differences: number }> {
  for (let i = 0; i < 20; i += 1) {
    const { result } = await world.emulator.runTimer('rollup')
    if ((result as { state: string }).state === 'done') return result as { differences: number }
  }
  throw new Error('the roll-up never comes to an end')
}

/** All that one does in a county: meetings, deeds, reasons, messages, complaints. */
async function live(): Promise<void> {
  const { code, activityId } = await openMeeting(world)
  await checkIn(world, 'm4', code())
  await checkIn(world, 'm5', code())
  const claim = { title: texts[0], beneficiary: 'community', nonce: newNonce() }
  const { deed } = await world.get(m4, 'deed.claim', claim)
  await world.get(m4, 'deed.move', { deedId: deed.id, to: 'finished' })
  await world.get(secretary, 'checkin.strike', { activityId, memberId: 'm4', reason: texts[4] })
  await world.get(secretary, 'checkin.restore', { activityId, memberId: 'm4', reason: texts[4] })
  await world.get(m4, 'household.visit', {
    code: 'H1.door-of-h1',
    purposes: ['policy'],
    occurredAt: world.now(),
    nonce: newNonce(),
  })
  const other = await openMeeting(world, secretary, { startsAt: MOMENT + 5 * 60_000, title: '补登的会' })
  const backfill = {
    activityId: other.activityId,
    memberId: 'm4',
    reason: texts[1],
    witnessId: 'm2',
    nonce: newNonce(),
  }
  await world.get(secretary, 'checkin.backfill', backfill)
  await world.get(m4, 'reminder.accept', { accepted: ['meeting'], nonce: newNonce() })
  await world.get(m4, 'feedback.send', { kind: 'other', text: texts[2], anonymous: false, nonce: newNonce() })
  await world.get(m4, 'privacy.correct', { field: 'phone', text: texts[3], nonce: newNonce() })
  await world.get(secretary, 'progress.branch', { branchId: 'branch1' })
  const { text } = await world.get(m4, 'privacy.export')
  expect(text).toMatch(/入户走访　\S*村 07 号/)
  expect(text).not.toContain('（）')
  await world.emulator.runTimer('remind')
}

test('a deleted member is found nowhere but as a meaningless id, and every number comes out as before', async () => {
  await live()
  await rollup()
  const before = storedNumbers(world.emulator)
  expect(before).toEqual(recomputedNumbers(world.emulator))
  const everything = JSON.stringify(world.emulator.database.collections().map((name) => find(name)))
  expect(traces.filter((trace) => !everything.includes(trace))).toEqual([])

  // What goes at once: the register keeps the member, the phone is nobody's any more.
  const nonce = newNonce()
  const { id } = await world.get(m4, 'privacy.askDeletion', { nonce })
  expect(await world.get(m4, 'identity.me')).toMatchObject({ state: 'stranger' })
  for (const [name, query] of [
    ['identities', { memberId: 'm4' }],
    ['credits', { _id: 'm4' }],
    ['reminders', { memberId: 'm4' }],
    ['corrections', {}],
    ['feedback', {}],
    ['consents', { _id: m4 }],
    ['attempts', { openId: m4 }],
  ] as const)
    expect([name, find(name, query)]).toEqual([name, []])
  expect(await world.reason(secretary, 'privacy.deletions')).toBe('forbidden')
  const { asked } = await world.get(county, 'privacy.deletions')
  expect(asked).toMatchObject([{ id, name: person.name, branchName: '农业农村局党支部' }])

  expect(await world.reason(secretary, 'privacy.decideDeletion', { id, agree: true })).toBe('forbidden')
  const agreed = { id, deleted: true }
  expect(await world.get(county, 'privacy.decideDeletion', { id, agree: true })).toEqual(agreed)
  expect(await world.get(county, 'privacy.decideDeletion', { id, agree: true })).toEqual(agreed)
  expect(await world.reason(county, 'privacy.decideDeletion', { id, agree: false })).toBe('request_gone')
  expect((await world.get(county, 'privacy.deletions')).asked).toEqual([])

  // Pages of the past show that somebody was there; today's do not.
  const past = await world.get(secretary, 'progress.branch', { branchId: 'branch1', periodKey: '2026-08' })
  expect(past.rows.find(({ memberId }) => memberId === 'm4')).toMatchObject({ name: '已删除的同志' })
  const today = await world.get(secretary, 'progress.branch', { branchId: 'branch1' })
  expect(today.rows.map(({ memberId }) => memberId)).not.toContain('m4')
  expect(find('facts', { memberId: 'm4' }).length).toBeGreaterThan(3)

  await rollup()
  const after = storedNumbers(world.emulator)
  expect(after).toEqual(recomputedNumbers(world.emulator))
  expect(after['2026-08']).toEqual(before['2026-08'])
  expect(after['2026-Q2']).toEqual(before['2026-Q2'])
  expect(after['2026-H1']).toEqual(before['2026-H1'])
  world.emulator.clock.set(MOMENT + DAY)
  expect(await rollup()).toMatchObject({ isFull: true, differences: 0 })

  const logs = JSON.stringify(world.emulator.invocations().map(({ lines, error }) => [lines, error]))
  expect(traces.filter((trace) => trace !== m4 && logs.includes(trace))).toEqual([])
  await world.emulator.close()
  isClosed = true
  const files = textsBelow(world.dataDir)
  expect(files.length).toBeGreaterThan(1)
  const found = traces.filter((trace) =>
    files.some((text) => text.includes(Buffer.from(trace, 'utf8').toString('latin1'))),
  )
  fs.rmSync(world.dataDir, { recursive: true, force: true })
  expect(found).toEqual([])
})
