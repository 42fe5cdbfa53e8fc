import type { Cell } from '@domain/contract/keptLists'
import { openIdOf } from './people'
import { branch, list, task } from './rectification'
import { newNonce, secretary, World } from './world'

/** Where a member stands in the branch's lists: for whoever runs it, and on the member's own card. */
const county = 'openid-county'
let world: World
beforeEach(async () => {
  world = await World.start()
})
afterEach(() => world.stop())

const add = (text: string, due = '2026-10-15') =>
  world.get(secretary, 'list.save', { ...list, cells: task(text, due), nonce: newNonce() })

test('a member’s page holds the rows that name the member, of those lists its reader reads', async () => {
  const { id, version } = await add('没有党旗')
  await world.get(secretary, 'list.move', { entryId: id, version, to: 'done', nonce: newNonce() })
  await world.get(secretary, 'list.save', {
    ...{ ...list, cells: task('没有书报', '2026-10-15', 'm5'), nonce: newNonce() },
  })
  await world.get(secretary, 'list.save', {
    ...{ ...branch, list: 'training', nonce: newNonce() },
    cells: [
      { field: 'on', on: '2026-09-01' },
      { field: 'people', pickedIds: ['m4', 'm5'] },
      { field: 'topic', text: '条例' },
      { field: 'hours', number: 8 },
      { field: 'by', pickedIds: ['school'] },
    ],
  })
  const of = { memberId: 'm4', from: 0 }
  const { rows: told } = await world.get(secretary, 'list.ofMember', of)
  expect(told).toEqual([
    { ...list, entryId: id, name: '问题整改', text: '没有党旗', on: '2026-09-22', state: '已办结' },
    {
      ...branch,
      list: 'training',
      entryId: told[1]?.entryId,
      name: '书记培训',
      text: '条例，8 学时，党校',
      on: '2026-09-01',
    },
  ])
  // A branch’s lists are its own: whoever keeps the register of all reads nothing of them here either.
  expect(await world.get(county, 'list.ofMember', of)).toEqual({ rows: [] })
  expect(await world.reason(openIdOf('m5'), 'list.ofMember', of)).toBe('forbidden')
  // Oneself reads here what stands on the own card, and no other list.
  expect(await world.get(openIdOf('m4'), 'list.ofMember', of)).toEqual({ rows: [] })
  await world.get(secretary, 'list.remove', { entryId: id, version: 2, nonce: newNonce() })
  expect((await world.get(secretary, 'list.ofMember', of)).rows).toHaveLength(1)
})

test('亮承诺 and 先锋岗 stand on the own card of the member they name while they are in force, and on nobody else’s', async () => {
  const about = (list: string, cells: Cell[]) =>
    world.get(secretary, 'list.save', { ...branch, list, cells, nonce: newNonce() })
  const on = { field: 'on', on: '2026-09-01' }
  const person = { field: 'person', pickedIds: ['m4'] }
  const post = { field: 'post', text: '综合窗口' }
  await about('pioneer_posts', [person, { field: 'kind', pickedIds: ['pioneer'] }, post, on])
  const promised = await about('promises', [
    ...[person, { field: 'window', text: '综合窗口' }, on],
    { field: 'promise', text: '来访有人接，件件有回音' },
  ])
  await add('没有党旗')
  const of = { memberId: 'm4', from: 0 }
  const texts = async (who: string, asked: object = of) =>
    (await world.get(who, 'list.ofMember', asked)).rows.map(({ name, text }) => `${name} ${text}`)
  const own = openIdOf('m4')
  const card = ['亮承诺 综合窗口，来访有人接，件件有回音', '先锋岗 党员先锋岗，综合窗口']
  expect(await texts(own, { ...of, card: true })).toEqual(card)
  expect(await texts(own)).toEqual(card)
  expect(await texts(secretary, { ...of, card: true })).toEqual(card)
  expect(await texts(secretary)).toHaveLength(3)
  expect(await world.reason(openIdOf('m5'), 'list.ofMember', { ...of, card: true })).toBe('forbidden')
  // A row of it is not the list: that stays with whoever runs the branch.
  const list = { ...branch, list: 'promises' }
  expect(await world.reason(own, 'list.rows', { ...list, from: 0 })).toBe('forbidden')
  expect(await world.reason(own, 'list.page', branch)).toBe('forbidden')
  const end = { entryId: promised.id, version: 1, to: 'ended', nonce: newNonce() }
  expect(await world.reason(own, 'list.move', end)).toBe('forbidden')
  await world.get(secretary, 'list.move', end)
  expect(await texts(own, { ...of, card: true })).toEqual(card.slice(1))
})

test('a member’s page leads to that member’s year whoever reads it, and nobody else', async () => {
  const of = { memberId: 'm4' }
  expect(await world.get(secretary, 'roster.member', of)).toMatchObject({ mayReadYear: true })
  const { mayReadYear } = await world.get(county, 'roster.member', of)
  expect(mayReadYear).toBeUndefined()
  const year = { subjectId: 'm4', periodKey: '2026' }
  expect(await world.reason(secretary, 'progress.span', year)).toMatch(/^ok/)
  expect(await world.reason(county, 'progress.span', year)).toBe('forbidden')
})
