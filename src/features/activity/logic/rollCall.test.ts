import type { Board } from '@domain/contract/activity'
import type { QueuedItem } from '@/cloud/offlineQueue'
import { type Expected, isInCloud, rollOf, untickedOf } from './rollCall'

const person = (memberId: string, over: Partial<Expected> = {}): Expected => ({
  memberId,
  name: memberId,
  alias: `alias-${memberId}`,
  ...over,
})
const board = (expected: Expected[], over: Partial<Board> = {}): Board => ({
  id: 'a',
  kind: 'general_meeting',
  title: '支部党员大会',
  state: 'open',
  startsAt: 0,
  endsAt: 0,
  place: '',
  branchId: 'b',
  codePrefix: '',
  opensAt: 0,
  paperUntil: 0,
  groups: [{ id: 'g1', name: '第一党小组' }],
  expected,
  arrivals: [],
  totals: { expected: expected.length, registered: 0, onLeave: 0, unregistered: 0, guests: 2 },
  bindRequests: [],
  witnesses: [],
  voting: { full: 2, present: 0, probationary: 1, notEntitled: { withoutVote: 0, leftOut: 0 } },
  ...over,
})
const tick = (memberId: string, activityId = 'a'): QueuedItem => ({
  action: 'checkin.tick',
  data: { activityId, memberId, way: 'roll_call', occurredAt: 0, nonce: `nonce-${memberId}` },
  name: memberId,
  memberId,
})
const arrival = (memberId: string): Board['arrivals'][number] => ({
  memberId,
  name: memberId,
  way: 'scan',
  at: 0,
})

test('the four totals always add up to those expected; guests stand apart', () => {
  const { totals } = rollOf(
    board([person('甲'), person('乙', { onLeave: true }), person('丙'), person('丁')], {
      arrivals: [arrival('甲')],
    }),
    [tick('丁')],
    [],
  )
  expect(totals).toEqual({ expected: 4, registered: 2, onLeave: 1, unregistered: 1, guests: 2 })
})

test('what was uploaded is struck out in the cloud, also before the board says so; what waits on the phone is taken back there', () => {
  const of = (...[known, waiting, sent]: Parameters<typeof rollOf>) =>
    rollOf(known, waiting, sent).groups.flatMap(({ entries }) => entries.map(isInCloud))
  const plain = board([person('甲')])
  expect(of(plain, [], [tick('甲')])).toEqual([true])
  expect(of(board([person('甲')], { arrivals: [arrival('甲')] }), [], [])).toEqual([true])
  expect(of(plain, [tick('甲')], [])).toEqual([false])
  expect(of(plain, [], [])).toEqual([false])
})

test('a tick of this phone counts at once and says that it is not uploaded', () => {
  const { groups, votersPresent } = rollOf(board([person('甲')]), [tick('甲')], [])
  expect(groups[0]?.entries[0]).toMatchObject({ state: 'registered', note: '待上传' })
  expect(votersPresent).toBe(1)
})

test('a tick for another meeting changes nothing here', () => {
  expect(rollOf(board([person('甲')]), [tick('甲', 'other')], []).totals.registered).toBe(0)
})

test('a probationary member never counts among those who vote', () => {
  const { votersPresent, groups } = rollOf(
    board([person('甲', { standing: 'probationary' })]),
    [tick('甲')],
    [],
  )
  expect(votersPresent).toBe(0)
  expect(groups[0]?.entries[0]?.note).toBe('预备 待上传')
})

test('once the cloud knows it, the uploaded one is not counted twice', () => {
  const known = board([person('甲')], {
    arrivals: [{ ...arrival('甲'), way: 'roll_call' }],
    voting: { full: 1, present: 1, probationary: 0, notEntitled: { withoutVote: 0, leftOut: 0 } },
  })
  const { totals, votersPresent } = rollOf(known, [], [tick('甲')])
  expect([totals.registered, votersPresent]).toEqual([1, 1])
})

test('someone struck out is open again, but an old upload does not bring them back', () => {
  const struck = { ...arrival('甲'), struck: { by: '李', reason: '不在现场', at: 1 } }
  const { groups } = rollOf(board([person('甲')], { arrivals: [struck] }), [], [tick('甲')])
  expect(groups[0]?.entries[0]).toMatchObject({ state: 'unregistered', note: '已撤销', struck: true })
})

test('a back-fill that waits for its second person is not entered again; an organiser’s own scan waits for a tick', () => {
  const waiting = (way: 'backfill' | 'scan') =>
    rollOf(board([person('甲')], { arrivals: [{ ...arrival('甲'), way, waitsFor: '陈' }] }), [], []).groups[0]
      ?.entries[0]
  expect(waiting('backfill')).toMatchObject({ state: 'unregistered', note: '等确认', asked: true })
  expect(waiting('scan')).toMatchObject({ state: 'unregistered', note: '已扫待点', asked: false })
})

test('people stand in their groups; those without one come last; empty groups are not shown', () => {
  const { groups } = rollOf(
    board([person('甲'), person('乙', { group: 0 })], {
      groups: [
        { id: 'g1', name: '第一党小组' },
        { id: 'g2', name: '第二党小组' },
      ],
    }),
    [],
    [],
  )
  expect(groups.map(({ name, open }) => [name, open])).toEqual([
    ['第一党小组', 1],
    ['未编入党小组', 1],
  ])
})

test('全组都到 ticks whoever nothing is known of: not oneself, who is excused, struck out, waits or is ticked already', () => {
  const struck = { ...arrival('撤'), struck: { by: '李', reason: '点错了', at: 1 } }
  const waits = { ...arrival('等'), way: 'backfill' as const, waitsFor: '马梅' }
  const people = ['甲', '我', '撤', '等', '到', '传'].map((name) => person(name))
  const [group] = rollOf(
    board([...people, person('假', { onLeave: true }), person('缺', { absence: 'health' })], {
      arrivals: [struck, waits, arrival('到')],
    }),
    [tick('传')],
    [],
  ).groups
  expect(group && untickedOf(group, '我').map(({ memberId }) => memberId)).toEqual(['甲'])
})

test('whom the second person of a 补录 marks says so on the tile, as long as they are ticked', () => {
  const late = {
    ...{ by: '宋', at: 1, state: 'doubted' as const, answeredBy: '马' },
    marked: [
      { id: '甲', name: '甲' },
      { id: '乙', name: '乙' },
    ],
  }
  const [group] = rollOf(
    board([person('甲'), person('乙')], { late, arrivals: [arrival('甲')] }),
    [],
    [],
  ).groups
  expect(group?.entries.map(({ note }) => note)).toEqual(['请核对', '未登记'])
})

test('who was struck out of a 补录 with a reason is not there, with it', () => {
  const struck = { ...arrival('甲'), struck: { by: '李', reason: '公务外出', at: 1 } }
  const [group] = rollOf(
    board([person('甲', { absence: 'public_duty' })], { arrivals: [struck] }),
    [],
    [],
  ).groups
  expect(group?.entries[0]).toMatchObject({ state: 'absent', note: '公务外出', struck: true })
})
