import { consents } from './agreed'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { newNonce, openMeeting, secretary, World } from './world'

const county = 'openid-county'
const DAY = 86_400_000
const TERM_END = '2027-03-22'

let world: World
beforeAll(async () => {
  const branch1 = { termEndsOn: TERM_END }
  world = await World.start({
    people: {
      organisations: organisations.map((one) => (one._id === 'branch1' ? { ...one, ...branch1 } : one)),
      members,
      identities: [
        ...identities,
        {
          ...identities[0],
          _id: 'openid-no',
          state: 'declined',
          memberId: 'm11',
          requestId: 'no',
          requestedAt: MOMENT,
        },
      ],
      consents,
      imports: [
        { _id: 'i1', kind: 'head', state: 'applied', at: MOMENT },
        { _id: 'i1_0', kind: 'page', importId: 'i1', at: MOMENT, rows: [{ name: '某同志' }] },
        { _id: 'lease', kind: 'lease', holder: '', until: 0 },
      ],
    },
  })
})
afterAll(() => world.stop())

const night = (at: number) => {
  world.emulator.clock.set(at)
  return world.emulator.runTimer('nightly')
}
const count = (name: string, query: object = {}) => world.emulator.database.count(name, query)

test('a phone cannot call it', async () => {
  const { result } = await world.post(secretary, {}, 'nightly')
  expect(result).toEqual({ refused: 'not_a_timer' })
})

test('refused attempts go after 30 days, looks after a year, declined requests after 30 days, imports after 7; nothing else goes', async () => {
  const { code } = await openMeeting(world)
  const expired = code()
  world.emulator.clock.set(MOMENT + 120_000)
  expect(await world.reason(openIdOf('m4'), 'checkin.open', { code: expired })).toBe('code_expired')
  await world.get(secretary, 'progress.branch', { branchId: 'branch1' })
  const kept = () => ({
    attempts: count('attempts'),
    views: count('views'),
    declined: count('identities', { state: 'declined' }),
    imports: count('imports'),
  })
  const all = { attempts: 2, views: 1, declined: 1, imports: 3 }
  await night(MOMENT + 6 * DAY)
  expect(kept()).toEqual(all)
  await night(MOMENT + 8 * DAY)
  expect(kept()).toEqual({ ...all, imports: 1 })
  await night(MOMENT + 30 * DAY - 60_000)
  expect(kept()).toEqual({ ...all, imports: 1 })
  await night(MOMENT + 31 * DAY)
  expect(kept()).toEqual({ attempts: 0, views: 1, declined: 0, imports: 1 })
  await night(MOMENT + 364 * DAY)
  expect(count('views')).toBe(1)
  await night(MOMENT + 366 * DAY)
  expect(count('views')).toBe(0)
  expect(count('members')).toBe(members.length)
  expect(count('identities')).toBe(identities.length)
  expect(count('activities')).toBe(1)
})

/** A world of its own: other nights here have been past the end of the term. */
test('the end of a term is said six and three months ahead, once each, to those who run the branch and to the work committee', async () => {
  const ending = organisations.map((one) => (one._id === 'branch1' ? { ...one, termEndsOn: TERM_END } : one))
  const fresh = await World.start({ people: { organisations: ending, members, identities, consents } })
  const nights = async (...whens: string[]) => {
    for (const when of whens) {
      fresh.emulator.clock.set(Date.parse(`${when}T02:30:00+08:00`))
      await fresh.emulator.runTimer('nightly')
    }
  }
  const terms = () => fresh.emulator.database.count('reminders', { kind: 'term' })
  const term = async (who: string) =>
    (await fresh.get(who, 'reminder.inbox')).items.flatMap((item) =>
      item.type === 'notice' && item.title === '换届提醒' ? item.text : [],
    )
  await nights('2026-09-22', '2026-09-23')
  const text = '农业农村局党支部本届支部委员会2027年3月22日届满，请按期研究换届。'
  expect(await term(secretary)).toEqual([text])
  expect(await term(county)).toEqual([text])
  expect(await term(openIdOf('n1'))).toEqual([])
  expect(await term(openIdOf('m4'))).toEqual([])
  expect(terms()).toBe(1)
  await nights('2026-12-22', '2026-12-23')
  expect(terms()).toBe(2)
  expect(await term(secretary)).toEqual([text])
  await fresh.stop()
})

test('terms that are over are said too, once each; the work committee reads those of one day as one', async () => {
  const termsOf = async (who: string) =>
    (await fresh.get(who, 'reminder.inbox')).items.flatMap((item) =>
      item.type === 'notice' && item.title === '换届提醒' ? item.text : [],
    )
  const ended = { branch1: '2026-03-22', branch2: '2026-05-01', branch3: '2026-06-30' }
  const over = organisations.map((one) => {
    const termEndsOn = (ended as Partial<Record<string, string>>)[one._id]
    return termEndsOn === undefined ? one : { ...one, termEndsOn }
  })
  const fresh = await World.start({ people: { organisations: over, members, identities } })
  for (const when of ['2026-09-22T02:30:00+08:00', '2026-09-23T02:30:00+08:00']) {
    fresh.emulator.clock.set(Date.parse(when))
    await fresh.emulator.runTimer('nightly')
  }
  expect(await termsOf(secretary)).toEqual([
    '农业农村局党支部本届支部委员会2026年3月22日已届满，请研究换届。',
  ])
  const [said, ...more] = await termsOf(county)
  expect(more).toEqual([])
  expect(said).toMatch(/^3 个党组织的任期届满或即将届满：.*农业农村局党支部.*。请督促按期研究换届。$/)
  await fresh.stop()
})

test('a deletion asked for is carried out the night after the register let the person go, without a word of the work committee', async () => {
  world.emulator.clock.set(Date.parse('2027-01-10T10:00:00+08:00'))
  await world.get(openIdOf('m5'), 'privacy.askDeletion', { nonce: newNonce() })
  const name = () => world.emulator.database.find('members', { _id: 'm5' })[0]?.name
  await night(Date.parse('2027-01-11T02:30:00+08:00'))
  expect(name()).toBe('吴同志')
  await world.get(secretary, 'roster.leave', { memberId: 'm5', on: '2027-01-11', why: 'moved_away' })
  await night(Date.parse('2027-01-12T02:30:00+08:00'))
  expect(name()).toBe('已删除的同志')
  expect((await world.get(county, 'privacy.deletions')).asked).toEqual([])
})

test('a person outside the register is deleted at once, with the rights', async () => {
  await world.get(county, 'privacy.askDeletion', { nonce: newNonce() })
  expect(count('identities', { _id: county })).toBe(0)
  expect(count('consents', { _id: county })).toBe(0)
  expect(await world.get(county, 'identity.me')).toMatchObject({ state: 'stranger' })
})
