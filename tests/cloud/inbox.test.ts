import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { openIdOf } from './people'
import { insert } from './reminders'
import { officer, World } from './world'

const m4 = openIdOf('m4')
const day = at('2026-09-21 10:00')
const study = { activityId: 'study', activityKind: 'study' as const, occurredAt: day, recordedAt: day }

let world: World
beforeAll(async () => {
  world = await World.start()
  insert(
    world,
    'activities',
    anActivity({ _id: 'study', title: '9月集中学习', kind: 'study', startsAt: day }),
  )
  insert(
    world,
    'facts',
    aFact({
      ...{ _id: 'study_m4', memberId: 'm4', by: 'm1', way: 'backfill', witnessId: 'branch1', ...study },
      confirmed: null,
    }),
    aFact({
      ...{ _id: 'visit_m4', kind: 'visit', memberId: 'm4', by: 'm4', way: 'self', occurredAt: day },
      annulled: { at: day, by: 'm4', reason: '' },
    }),
  )
})
afterAll(() => world.stop())

const look = (openId: string) => world.get(openId, 'reminder.inbox')

test('what waits for a yes is counted and marked; answered no, the one it is about reads that it does not count, and what one took back oneself is no news', async () => {
  const before = await look(officer)
  const marked = before.items.filter(({ asks }) => asks)
  expect(marked).toMatchObject([{ type: 'witness', factId: 'study_m4' }])
  expect(before.unread).toBe(marked.length)
  expect((await look(m4)).items).toEqual([])

  await world.get(officer, 'checkin.witness', { factId: 'study_m4', agree: false })
  expect(await look(officer)).toMatchObject({ unread: 0, items: [] })
  const { items, unread } = await look(m4)
  expect(items).toMatchObject([
    { type: 'notice', id: 'refused_study_m4', title: '9月集中学习 没有计入', target: 'records' },
  ])
  expect(unread).toBe(0)
})
