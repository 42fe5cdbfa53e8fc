import { at } from '@domain/testing/at'
import { anActivity } from '@domain/testing/builders'
import { openIdOf } from './people'
import { didInSeptember, insert, reached, remindAt, templates } from './reminders'
import { leader, secretary, World } from './world'

const servedAt = anActivity({
  _id: 'service9',
  kind: 'community_service',
  hostType: 'community',
  hostId: 'community1',
  branchId: 'community1',
  startsAt: at('2026-09-12 09:00'),
  expected: [],
})

const studyHeld = anActivity({
  _id: 'study9',
  kind: 'study',
  nonce: 'study9',
  startsAt: at('2026-09-12 10:00'),
})

describe('what the branch itself still misses', () => {
  let fresh: World
  beforeAll(async () => {
    fresh = await World.start({ env: templates })
    insert(fresh, 'credits', ...['m1', 'm4'].map((_id) => ({ _id, month_gap: 5, moves: [] })))
    // As a member the secretary has done everything.
    insert(fresh, 'activities', servedAt, studyHeld)
    insert(fresh, 'facts', ...didInSeptember('m1', 'study', 'dues', 'service'))
  })
  afterAll(() => fresh.stop())
  const noticesOf = async (openId: string) =>
    (await fresh.get(openId, 'reminder.inbox')).items.filter(
      (item) => item.type === 'notice' && item.id.startsWith('branch_'),
    )

  test('is told its secretary with T−7 and T−2, and nobody else of it', async () => {
    await remindAt(fresh, '2026-09-23 10:05')
    expect(fresh.emulator.outbox()).toEqual([])
    await remindAt(fresh, '2026-09-24 08:05')
    await remindAt(fresh, '2026-09-24 09:05')
    const lists = fresh.emulator.outbox().map(({ openid, page, data }) => ({
      openid,
      page,
      list: (data as Record<string, { value: string }>).thing2?.value,
    }))
    expect(lists).toHaveLength(2)
    expect(lists.find(({ openid }) => openid === secretary)).toMatchObject({
      page: 'pages/work/index',
      list: expect.stringMatching(/^支/) as string,
    })
    expect(lists.find(({ openid }) => openid === openIdOf('m4'))?.list).not.toMatch(/支/)
    await remindAt(fresh, '2026-09-29 08:05')
    expect(reached(fresh).filter((openId) => openId === secretary)).toHaveLength(2)
  })

  test('stands in the secretary’s inbox with the way to the branch, in nobody else’s', async () => {
    const [notice, ...more] = await noticesOf(secretary)
    expect(more).toEqual([])
    expect(notice).toMatchObject({
      title: expect.stringMatching(/^支部.*还差 \d+ 项$/) as string,
      target: 'branch',
    })
    expect(await noticesOf(openIdOf('m4'))).toEqual([])
    expect(await noticesOf(leader)).toEqual([])
  })
})
