import { dailyCaps } from '@domain/access/caps'
import { aFact } from '@domain/testing/builders'
import { openIdOf } from './people'
import { aForm, newNonce, openMeeting, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

test('the caps are what the design says, so that a wider one is a decision and not a slip', () => {
  // By hand: 实事 a few a year are owed; plans of a quarter for a branch and eight groups; a month of a community's services twice a day;
  // three meetings of three hundred, ticked wrong once, and the month's dues; 社区报到 chosen wrongly and again, for the unit and for home; a list
  // typed in, and twelve lists of a hundred rows out of files, twenty rows a request; a year's 需求 of a community typed in at once; a year's
  // services proposed to communities, a month each; a branch of 300 typed into the register; the tree of a county put up by hand; files sent until
  // they are right; every member of such a branch invited, and once more; all of it exempted after a flood; the rights of a county given at once; the
  // whole table of rules changed.
  const lists = { list_row: 200, list_file: 60 }
  const ofPlaces = { deed: 20, need: 40, service: 60, proposal: 20, report: 20 }
  const ofRegister = {
    member: 350,
    organisation: 200,
    import: 100,
    invite: 700,
    exemption: 350,
    grant: 200,
    rule: 60,
  }
  expect(dailyCaps).toEqual({ ...ofPlaces, plan: 60, ...lists, ...ofRegister, entered: 3000 })
})

const times = (n: number) => Array.from({ length: n }, (_, i) => i)
const isTooMany = (reason: string) => reason === 'too_many_today'

const claim = (who: string, nonce = newNonce()) =>
  world.reason(who, 'deed.claim', { title: '修路灯', beneficiary: 'community', nonce })
const draft = (who: string, nonce = newNonce()) =>
  world.reason(who, 'activity.save', { nonce, form: aForm(), publish: false })

test('deeds: of many claimed at one instant a day’s worth is taken, and a resend of one of them is answered as before', async () => {
  const { deed: most } = dailyCaps
  const first = newNonce()
  expect(await claim(openIdOf('m4'), first)).toMatch(/^ok/)
  const answers = await Promise.all(times(most + 10).map(() => claim(openIdOf('m4'))))
  expect(answers.filter(isTooMany)).toHaveLength(11)
  expect(world.emulator.database.count('facts', { memberId: 'm4', kind: 'deed' })).toBe(most)
  expect(await claim(openIdOf('m4'), first)).toMatch(/^ok/)
  expect(await claim(openIdOf('m5'))).toMatch(/^ok/)
})

test('drafts: of many saved at one instant a day’s worth is taken; what is saved may still be changed', async () => {
  const { plan: most } = dailyCaps
  const answers = await Promise.all(times(most + 5).map(() => draft(secretary)))
  expect(answers.filter(isTooMany)).toHaveLength(5)
  expect(world.emulator.database.count('activities', { state: 'draft' })).toBe(most)
  const [stored] = world.emulator.database.find('activities', { state: 'draft' })
  const form = aForm({ title: '改过的题目' })
  const change = { activityId: stored?._id, nonce: newNonce(), form, publish: true }
  expect(await world.reason(secretary, 'activity.save', change)).toMatch(/^ok/)
  world.emulator.clock.advance(86_400_000)
  expect(await draft(secretary)).toMatch(/^ok/)
  world.emulator.clock.advance(-86_400_000)
})

test('entering others: a branch of three hundred at several meetings is let through, ten thousand are not', async () => {
  const { activityId } = await openMeeting(world, openIdOf('m2'))
  const tick = (memberId: string) =>
    world.reason(openIdOf('m2'), 'checkin.tick', {
      activityId,
      memberId,
      way: 'roll_call',
      occurredAt: world.now(),
      nonce: newNonce(),
    })
  const entered = (n: number, from: number) =>
    times(n).map((i) =>
      aFact({ _id: `entered-${from + i}`, memberId: `x${i}`, by: 'm2', recordedAt: world.now() }),
    )
  const insert = (rows: object[]) =>
    world.emulator.database.insertMany('facts', rows as Record<string, unknown>[])
  insert(entered(1200, 0))
  expect(await tick('m7')).toMatch(/^ok/)
  insert(entered(dailyCaps.entered - 1200, 1200))
  expect(await tick('m8')).toBe('too_many_today')
})

test('changes of the tree, which every call reads: of many founded at one instant a day’s worth is taken, and a resend is answered as before', async () => {
  const { organisation: most } = dailyCaps
  const found = (name: string, nonce = newNonce()) =>
    world.reason(secretary, 'organisation.change', {
      on: '2026-10-01',
      change: { what: 'found', type: 'group', parentId: 'branch1', name },
      nonce,
    })
  const first = newNonce()
  expect(await found('先建的党小组', first)).toMatch(/^ok/)
  const turns = times(most - 4).map((i) => ({
    ...{ _id: `${secretary}_2026-09-22_organisation_${i + 1}`, openId: secretary, day: '2026-09-22' },
    ...{ kind: 'organisation', reason: 'asked', at: world.now() },
  }))
  world.emulator.database.insertMany('attempts', turns)
  const answers = await Promise.all(times(6).map((i) => found(`第${i}组`)))
  expect(answers.filter(isTooMany)).toHaveLength(3)
  expect(await found('先建的党小组', first)).toMatch(/^ok/)
})

test('thousands of changes whose day has come are not what somebody else’s change waits for', async () => {
  const due = times(1500).map((i) => ({
    ...{ _id: `due-${i}`, by: 'm1', at: world.now(), on: '2026-09-22', state: 'waiting' },
    change: { what: 'found', type: 'group', parentId: 'branch1', name: `到期的党小组${i}` },
  }))
  world.emulator.database.insertMany('organisationChanges', due)
  const asked = { on: '2026-09-22', nonce: newNonce() }
  const change = { what: 'edit', organisationId: 'branch3', name: '不用等的党支部' }
  expect(await world.reason('openid-county', 'organisation.change', { ...asked, change })).toMatch(/^ok/)
  expect(world.emulator.database.count('organisationChanges', { _id: /^due-/, state: 'waiting' })).toBe(1500)
})

test('thousands of changes that wait for their day keep nobody from another one, and the county’s tree still fits a phone', async () => {
  const waiting = times(1500).map((i) => ({
    ...{ _id: `waiting-${i}`, by: 'm1', at: world.now(), on: '2026-12-31', state: 'waiting' },
    change: { what: 'found', type: 'group', parentId: 'branch1', name: `等着的党小组${i}` },
  }))
  world.emulator.database.insertMany('organisationChanges', waiting)
  const change = { what: 'edit', organisationId: 'branch2', name: '改名的党支部' }
  const asked = { on: '2026-09-22', change, nonce: newNonce() }
  expect(await world.reason('openid-county', 'organisation.change', asked)).toMatch(/^ok/)
  const tree = await world.get('openid-county', 'organisation.tree', {})
  expect(tree.coming).toHaveLength(100)
  expect(JSON.stringify(tree).length).toBeLessThan(100_000)
})
