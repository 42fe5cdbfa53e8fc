import { at } from '../testing/at'
import { aFact, aMember, anActivity } from '../testing/builders'
import { periodByKey } from '../time/period'
import { life, lifeProgress } from './life'

const count = (over: Partial<Parameters<typeof life>[0]>) =>
  life({
    kinds: ['theme_party_day'],
    member: aMember(),
    facts: [],
    activities: [],
    period: periodByKey('2026-09'),
    now: at('2026-09-22 18:00'),
    ...over,
  })[0]

test('what the branch held and the member did not attend is held and not attended', () => {
  expect(count({ activities: [anActivity()] })).toEqual({ kind: 'theme_party_day', attended: 0, held: 1 })
})

test('a registration counts at once: 1 of 1 while the meeting is still open', () => {
  expect(count({ activities: [anActivity({ state: 'open' })], facts: [aFact()] })).toMatchObject({
    attended: 1,
    held: 1,
  })
})

test('a meeting attended as a guest elsewhere is held as well, so attended never exceeds held', () => {
  const elsewhere = anActivity({ _id: 'act2', hostId: 'branch2', branchId: 'branch2', expected: [] })
  const facts = [aFact({ activityId: 'act2' })]
  expect(count({ activities: [elsewhere], facts })).toMatchObject({ attended: 1, held: 1 })
  expect(count({ activities: [elsewhere] })).toMatchObject({ attended: 0, held: 0 })
})

test('a group meeting is held for the members of that group', () => {
  const activities = [anActivity({ kind: 'group_meeting', hostId: 'group2', hostType: 'group' })]
  const kinds = ['group_meeting'] as const
  expect(count({ kinds, activities })).toMatchObject({ held: 0 })
  const member = aMember({ memberships: [{ branchId: 'branch1', groupId: 'group2', from: '2020-01-01' }] })
  expect(count({ kinds, activities, member })).toMatchObject({ held: 1 })
})

test('the next one in the calendar of the period is shown', () => {
  const startsAt = at('2026-09-24 15:00')
  const published = anActivity({ state: 'published', startsAt })
  expect(count({ activities: [published] })).toEqual({
    kind: 'theme_party_day',
    attended: 0,
    held: 0,
    next: startsAt,
  })
  const later = { ...published, startsAt: at('2026-10-01 00:00') }
  expect(count({ activities: [later] })).not.toHaveProperty('next')
})

test('a struck-out registration is not attended', () => {
  const facts = [aFact({ annulled: { at: 1, by: 'm2', reason: '认错人' } })]
  expect(count({ activities: [anActivity()], facts })).toMatchObject({ attended: 0, held: 1 })
})

test('the reasons add up to what was held: struck out, waiting, and nothing registered', () => {
  const activities = ['a', 'b', 'c', 'd'].map((_id) => anActivity({ _id }))
  const facts = [
    aFact({ activityId: 'a' }),
    aFact({ activityId: 'b', annulled: { at: 1, by: 'm2', reason: '认错人' } }),
    aFact({ activityId: 'c', way: 'backfill', confirmed: null }),
    // Elsewhere, and not counted there: nothing that was held for the member.
    aFact({ activityId: 'e', way: 'backfill', confirmed: null }),
  ]
  const elsewhere = anActivity({ _id: 'e', branchId: 'branch2', hostId: 'branch2' })
  const asked = {
    member: aMember(),
    facts,
    activities: [...activities, elsewhere],
    period: periodByKey('2026'),
    now: at('2026-09-22 18:00'),
  }
  const found = lifeProgress({ ...asked, kind: 'theme_party_day' })
  expect(found).toMatchObject({ dutyId: 'life:theme_party_day', state: 'recorded', done: 1, missing: 0 })
  expect(found.notCounted.map(({ id, reason }) => `${id} ${reason}`)).toEqual([
    'b_m1 annulled',
    'c_m1 waiting_confirmation',
    'd not_registered',
  ])
  expect(life({ ...asked, kinds: ['theme_party_day'] })).toMatchObject([{ attended: 1, held: 4 }])
})

test('what a branch held before somebody came to it was not held without them', () => {
  const activities = [anActivity({ startsAt: at('2026-09-05 15:00') })]
  const moved = (from: string) =>
    aMember({
      memberships: [
        { branchId: 'branch2', from: '2020-01-01', to: '2026-09-04' },
        { branchId: 'branch1', groupId: 'group1', from },
      ],
    })
  expect(count({ activities, member: moved('2026-09-06') })).toMatchObject({ held: 0 })
  expect(count({ activities, member: moved('2026-09-05') })).toMatchObject({ held: 1 })
})
