import type { Cell } from '@domain/contract/keptLists'
import { at } from '@domain/testing/at'
import { aMember } from '@domain/testing/builders'
import { openIdOf } from './people'
import { insert } from './reminders'
import { unitOfficer, worldWithUnits } from './units'
import { newNonce, secretary, World } from './world'

const county = 'openid-county'
const owner = openIdOf('m4')
const leaving = openIdOf('leaving')
const list = { list: 'rectification', organisationId: 'branch1' }
let world: World
beforeEach(async () => {
  world = await World.start()
})
afterEach(() => world.stop())

const task = (due: string, ownerId = 'm4', text = '活动室没有党旗'): Cell[] => [
  { field: 'what', text },
  { field: 'owner', pickedIds: [ownerId] },
  { field: 'due', on: due },
]
const add = (cells: Cell[], kept: object = list) =>
  world.get(secretary, 'list.save', { ...list, ...kept, cells, nonce: newNonce() })
const look = (openId = owner) => world.get(openId, 'reminder.inbox', {})
const told = async (openId = owner) =>
  (await look(openId)).items.flatMap((item) =>
    item.type === 'notice' && item.target === 'listRow' ? [item] : [],
  )

test('the day after its last one a row stands in the 消息 of whoever is to do it, without a word of blame, and leads to where it is closed', async () => {
  const { id } = await add(task('2026-09-22'))
  expect(await told()).toEqual([])
  world.emulator.clock.set(at('2026-09-23 00:00'))
  expect(await told()).toEqual([
    {
      ...{ type: 'notice', asks: true, id: `task_${id}`, at: at('2026-09-23 00:00') },
      title: '请您办的一件事到期了',
      text: '问题整改：活动室没有党旗，9月22日到期。办完请点“办结”',
      target: 'listRow',
      row: { ...list, entryId: id },
    },
  ])
  expect((await look()).unread).toBe(1)
  // Whoever runs the branch sees it in the list, and is told of the own alone.
  expect(await told(secretary)).toEqual([])
  expect(await told(openIdOf('m5'))).toEqual([])
})

test('whoever is to do it reads that row, closes it and takes it up again, and writes nothing else', async () => {
  const { id } = await add(task('2026-09-15'))
  const other = await add(task('2026-09-15', 'm5'))
  const form = await world.get(owner, 'list.form', { ...list, entryId: id })
  expect(form).toMatchObject({ mayWrite: false, branches: [], people: [{ id: 'm4' }] })
  expect(form.row?.moves.map(({ to }) => to)).toEqual(['done'])
  const close = { entryId: id, version: 1, to: 'done', nonce: newNonce() }
  const closed = await world.get(owner, 'list.move', close)
  expect(await world.get(owner, 'list.move', close)).toEqual(closed)
  expect(await told()).toEqual([])
  expect((await look()).unread).toBe(0)
  await world.get(owner, 'list.move', { entryId: id, version: 2, to: 'open', nonce: newNonce() })
  expect(await told()).toHaveLength(1)
  const change = { ...list, entryId: id, version: 3, cells: task('2027-01-01'), nonce: newNonce() }
  expect(await world.reason(owner, 'list.save', change)).toBe('forbidden')
  expect(await world.reason(owner, 'list.remove', { entryId: id, version: 3, nonce: newNonce() })).toBe(
    'forbidden',
  )
  expect(await world.reason(owner, 'list.rows', { ...list, from: 0 })).toBe('forbidden')
  expect(await world.reason(owner, 'list.form', { ...list, entryId: other.id })).toBe('forbidden')
  expect(await world.reason(owner, 'list.move', { ...close, entryId: other.id, nonce: newNonce() })).toBe(
    'forbidden',
  )
})

test.each<[string, (id: string) => Promise<unknown>]>([
  [
    'put off',
    (id) =>
      world.get(secretary, 'list.save', {
        ...list,
        entryId: id,
        version: 1,
        cells: task('2026-10-15'),
        nonce: newNonce(),
      }),
  ],
  [
    'given to somebody else',
    (id) =>
      world.get(secretary, 'list.save', {
        ...list,
        entryId: id,
        version: 1,
        cells: task('2026-09-15', 'm5'),
        nonce: newNonce(),
      }),
  ],
  [
    'closed by the branch',
    (id) => world.get(secretary, 'list.move', { entryId: id, version: 1, to: 'done', nonce: newNonce() }),
  ],
  ['taken out', (id) => world.get(secretary, 'list.remove', { entryId: id, version: 1, nonce: newNonce() })],
])('%s: it is gone', async (_, act) => {
  const { id } = await add(task('2026-09-15'))
  expect(await told()).toHaveLength(1)
  await act(id)
  expect(await told()).toEqual([])
})

test('a list that is switched off tells nobody, and tells again when it is switched on', async () => {
  await add(task('2026-09-15'))
  const setting = { list: 'rectification', labels: [], more: [] }
  await world.get(county, 'list.saveSetting', { ...setting, isOn: false, nonce: newNonce() })
  world.emulator.clock.advance(61_000)
  expect(await told()).toEqual([])
  await world.get(county, 'list.saveSetting', { ...setting, isOn: true, nonce: newNonce() })
  world.emulator.clock.advance(61_000)
  expect(await told()).toHaveLength(1)
})

test('whoever has left the branch is told nothing more, and neither reads nor closes it', async () => {
  insert(
    world,
    'members',
    aMember({
      ...{ _id: 'leaving', name: '钱远', alias: 'alias-leaving' },
      memberships: [
        { branchId: 'branch1', from: '2020-01-01', to: '2026-09-22' },
        { branchId: 'branch2', from: '2026-09-23' },
      ],
    }),
  )
  insert(world, 'identities', {
    ...{ _id: leaving, state: 'bound', requestId: 'request-leaving', requestedAt: 1, boundAt: 1 },
    ...{ memberId: 'leaving', grants: [], updatedAt: new Date(0) },
  })
  const { id } = await add(task('2026-09-15', 'leaving'))
  expect(await told(leaving)).toHaveLength(1)
  world.emulator.clock.set(at('2026-09-23 09:00'))
  expect(await told(leaving)).toEqual([])
  expect(await world.reason(leaving, 'list.form', { ...list, entryId: id })).toBe('forbidden')
  const close = { entryId: id, version: 1, to: 'done', nonce: newNonce() }
  expect(await world.reason(leaving, 'list.move', close)).toBe('forbidden')
})

test('三张清单 tell as well; of a list without a day nobody is told', async () => {
  await add([...task('2026-09-15'), { field: 'list', pickedIds: ['tasks'] }], { list: 'three_lists' })
  await add(
    [
      { field: 'person', pickedIds: ['m4'] },
      { field: 'kind', pickedIds: ['pioneer'] },
      { field: 'post', text: '窗口' },
      { field: 'on', on: '2026-09-01' },
    ],
    { list: 'pioneer_posts' },
  )
  expect((await told()).map(({ text }) => text)).toEqual([
    '三张清单：活动室没有党旗，9月15日到期。办完请点“办结”',
  ])
})

test('一岗双责: told to whom the unit has it from, while they hold a post there', async () => {
  await world.stop()
  world = await worldWithUnits()
  const ofUnit = { list: 'dual_duties', organisationId: 'unit1' }
  const cells = task('2026-09-15', 'u1', '每季度听一次党建汇报')
  await world.get(unitOfficer, 'list.save', { ...ofUnit, cells, nonce: newNonce() })
  const [message] = await told(openIdOf('u1'))
  expect(message?.text).toMatch(/^一岗双责：每季度听一次党建汇报/)
  const { entryId = '' } = message?.row ?? {}
  await world.get(openIdOf('u1'), 'list.move', { entryId, version: 1, to: 'done', nonce: newNonce() })
  expect(await told(openIdOf('u1'))).toEqual([])
})

test('thirty at once: the twenty that have waited longest, the rest as these are done', async () => {
  const rowDue = (day: number) => {
    const due = `2026-08-${String(day).padStart(2, '0')}`
    return {
      ...{ _id: `due-${due}`, ...list, cells: task(due), memberIds: ['m4'], on: due, dueOn: due },
      ...{ state: 'open', stateOn: due, isCurrent: true, version: 1, savedAs: '', by: 'm1', at: 0 },
      removed: null,
    }
  }
  insert(world, 'listRows', ...Array.from({ length: 30 }, (_, index) => rowDue(30 - index)))
  const ids = (await told()).map(({ id }) => id)
  expect(ids).toHaveLength(20)
  expect(ids[0]).toBe('task_due-2026-08-01')
})
