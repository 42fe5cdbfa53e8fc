import { at } from '@domain/testing/at'
import { MOMENT, openIdOf } from './people'
import { aForm, newNonce, secretary, World } from './world'

/** 以后每月: what is proposed for the coming months, and what becomes of it. 22 September 2026 is a Tuesday. */
let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

const HOUR = 3_600_000
const hour = (day: string) => ({ startsAt: at(`${day} 15:00`), endsAt: at(`${day} 16:00`) })
const ask = async (day: string, more: object = {}) =>
  (await world.get(secretary, 'activity.repeat', { hostId: 'branch1', kind: 'study', ...hour(day), ...more }))
    .months
const save = (form: ReturnType<typeof aForm>, publish: boolean) =>
  world.get(secretary, 'activity.save', { nonce: newNonce(), form, publish })
const study = (day: string, over: Parameters<typeof aForm>[0] = {}) =>
  aForm({ kind: 'study', carries: [], title: '集中学习', ...hour(day), ...over })

test('the same date of six months, a day off and a clash said and moved; what a month has already is not proposed again', async () => {
  await save(study('2026-12-23', { kind: 'general_meeting', title: '年终大会' }), true)
  await save(study('2027-01-10'), false)
  const before = world.documents()
  const months = await ask('2026-09-23')
  expect(world.documents()).toBe(before)
  expect(months).toMatchObject([
    { startsAt: at('2026-10-23 15:00'), wanted: at('2026-10-23 15:00') },
    { startsAt: at('2026-11-23 15:00') },
    { startsAt: at('2026-12-24 15:00'), wanted: at('2026-12-23 15:00'), because: 'clash' },
    { wanted: at('2027-01-23 15:00'), already: '集中学习' },
    { startsAt: at('2027-02-23 15:00') },
    { startsAt: at('2027-03-23 15:00') },
  ])
  // A holiday: the first workday after it.
  const [october] = await ask('2026-09-30', { startsAt: at('2026-09-02 15:00') + 28 * 24 * HOUR })
  expect(october?.wanted).toBe(at('2026-10-30 15:00'))
})

test('drafts of it are nobody’s business but the branch’s: edited, announced or given up, each by itself', async () => {
  const { activityId } = await save(study('2026-10-27', { title: '十月草稿' }), false)
  const titles = async (memberId: string) => {
    const { upcoming, past } = await world.get(openIdOf(memberId), 'activity.list')
    return [...upcoming, ...past].map(({ title }) => title)
  }
  expect(await titles('m4')).not.toContain('十月草稿')
  await world.get(secretary, 'activity.setState', { activityId, to: 'cancelled' })
  // Also when its day has come.
  world.emulator.clock.set(at('2026-10-28 09:00'))
  for (const id of ['m4', 'm1']) expect(await titles(id)).not.toContain('十月草稿')
  const why = { subjectId: 'branch1', dutyId: 'branch_study', periodKey: '2026-10' }
  expect((await world.get(secretary, 'progress.why', why)).notCounted).toEqual([])
  expect((await world.get(openIdOf('m4'), 'reminder.inbox')).items).not.toContainEqual(
    expect.objectContaining({ activityId }),
  )
})

test('of what is past, or what its host does not hold, nothing is proposed', async () => {
  const reason = (more: object, who = secretary) =>
    world.reason(who, 'activity.repeat', { hostId: 'branch1', kind: 'study', ...hour('2026-09-23'), ...more })
  expect(await reason(hour('2026-08-05'))).toBe('wrong_times')
  expect(await reason({ kind: 'group_meeting' })).toBe('invalid_request')
  expect(await reason({}, openIdOf('n1'))).toBe('forbidden')
  expect(await reason({}, openIdOf('m4'))).toBe('forbidden')
  expect(await reason({ hostId: 'group2', kind: 'group_meeting' }, openIdOf('m6'))).toMatch(/^ok/)
})
