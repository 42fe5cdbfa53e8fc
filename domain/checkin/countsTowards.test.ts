import { activityKinds } from '../contract/lists'
import { defaultDuties } from '../duty/defaultDuties'
import { at } from '../testing/at'
import { aFact, aMember, anActivity } from '../testing/builders'
import { countedWithin, countsTowards } from './countsTowards'

const member = aMember()
const now = at('2026-09-22 14:52')
const partyDay = anActivity({ state: 'open', carries: ['study'], startsAt: at('2026-09-22 15:00') })
const fact = aFact({ occurredAt: now })
const earlier = anActivity({
  _id: 'act0',
  kind: 'study',
  title: '9月集中学习',
  startsAt: at('2026-09-10 15:00'),
})
const earlierFact = aFact({
  activityId: 'act0',
  activityKind: 'study',
  occurredAt: at('2026-09-10 14:56'),
})
const context = { member, duties: defaultDuties, now }

test('a party day counts as attended, and the study it carries as the second of the month', () => {
  const facts = [fact, earlierFact]
  expect(countsTowards(fact, partyDay, { ...context, facts, activities: [partyDay, earlier] })).toEqual([
    { dutyId: 'theme_party_day', label: '主题党日', text: '9月第 1 次到会', met: true },
    {
      dutyId: 'member_study',
      periodKey: '2026-09',
      label: '集中学习',
      text: '9月第 2 次，已满足',
      met: true,
    },
  ])
})

test('a quarterly kind is numbered within its quarter', () => {
  const meeting = anActivity({ kind: 'general_meeting', state: 'open' })
  const one = aFact({ activityKind: 'general_meeting' })
  expect(countsTowards(one, meeting, { ...context, facts: [one], activities: [meeting] })).toEqual([
    { dutyId: 'general_meeting', label: '支部党员大会', text: '第三季度第 1 次到会', met: true },
  ])
})

test('a duty with a minimum of two says what is still missing', () => {
  const duties = defaultDuties.map((duty) => (duty.id === 'member_study' ? { ...duty, minimum: 2 } : duty))
  const study = anActivity({ kind: 'study', state: 'open' })
  const one = aFact({ activityKind: 'study' })
  const next = anActivity({
    _id: 'act2',
    kind: 'study',
    state: 'published',
    startsAt: at('2026-09-24 15:00'),
  })
  const activities = [study, next]
  expect(countsTowards(one, study, { ...context, duties, facts: [one], activities })).toEqual([
    {
      dutyId: 'member_study',
      periodKey: '2026-09',
      label: '集中学习',
      text: '9月第 1 次，还差 1 次',
      met: false,
    },
  ])
})

test('a service that waits for the community says so; one of a branch counts for nothing', () => {
  const service = anActivity({
    kind: 'community_service',
    state: 'open',
    hostId: 'c1',
    branchId: 'c1',
    hostType: 'community',
  })
  const one = aFact({ activityKind: 'community_service', way: 'paper', confirmed: null })
  const lines = (activity = service) =>
    countsTowards(one, activity, { ...context, facts: [one], activities: [activity] })
  expect(lines()).toEqual([
    {
      dutyId: 'community_service',
      periodKey: '2026-09',
      label: '社区服务',
      text: '待确认，确认后计入',
      met: false,
    },
  ])
  expect(lines({ ...service, hostType: 'branch' })).toEqual([])
})

test('the days asked for are those of the longest period a line is of', () => {
  const within = (activity: Parameters<typeof countedWithin>[1]) =>
    countedWithin({ occurredAt: now }, activity, defaultDuties)
  expect(within({ kind: 'study', carries: [] })).toEqual({ from: '2026-09-01', to: '2026-09-30' })
  expect(within({ kind: 'theme_party_day', carries: ['lecture'] })).toEqual({
    from: '2026-07-01',
    to: '2026-09-30',
  })
})

test.each(activityKinds)('what lies outside these days says nothing of a %s', (kind) => {
  // Three of the kind and three studies in each month of the year, until now.
  const year = Array.from({ length: 9 }, (_, month) =>
    [5, 12, 19].flatMap((day) =>
      [kind, 'study' as const].map((each) => {
        const startsAt = at(`2026-0${month + 1}-${String(day).padStart(2, '0')} 09:00`)
        return anActivity({ _id: `${each}_${month}_${day}`, kind: each, startsAt })
      }),
    ),
  ).flat()
  const facts = year.map(({ _id, kind: activityKind, startsAt }) =>
    aFact({ activityId: _id, activityKind, occurredAt: startsAt }),
  )
  const activity = anActivity({
    kind,
    state: 'open',
    ...(kind === 'theme_party_day' && { carries: ['study'] }),
  })
  const one = aFact({ activityKind: kind, occurredAt: now })
  const { from, to } = countedWithin(one, activity, defaultDuties)
  const inside = facts.filter(({ occurredOn }) => from <= occurredOn && occurredOn <= to)
  const lines = (known: typeof facts) =>
    countsTowards(one, activity, { ...context, facts: [...known, one], activities: [...year, activity] })
  expect(lines(inside)).toEqual(lines(facts))
})
