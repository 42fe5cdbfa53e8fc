import type { OrganisationChange } from '@domain/contract/organisation'
import { at } from '@domain/testing/at'
import { aBranch, aMember } from '@domain/testing/builders'
import { county, Organisations, rename, TODAY } from './Organisations'
import { openIdOf } from './people'
import { leader, newNonce, secretary, World } from './world'

let world: World
let tree: Organisations
beforeEach(async () => {
  world = await World.start()
  tree = new Organisations(world)
})
afterEach(() => world.stop())

describe('the tree', () => {
  const ids = async (who: string, data: object = {}) =>
    (await world.get(who, 'organisation.tree', data)).nodes.map(({ id }) => id)

  test('is the whole county for the work committee, the own branch for a secretary, nothing for a member', async () => {
    const { nodes, mayEdit } = await world.get(county, 'organisation.tree')
    expect(mayEdit).toBe(true)
    expect(nodes.map(({ id }) => id).sort()).toEqual([
      'branch1',
      'branch2',
      'branch3',
      'community1',
      'county',
      'group1',
      'group2',
      'group3',
      'unit1',
      'village1',
    ])
    const counts = Object.fromEntries(nodes.map(({ id, count }) => [id, count]))
    expect(counts).toMatchObject({ county: 3, unit1: 3, branch1: 12, branch3: 50, group2: 4, community1: 0 })
    expect(await ids(secretary)).toEqual(['branch1', 'group1', 'group2', 'group3'])
    for (const who of [leader, openIdOf('m9')])
      expect(await world.reason(who, 'organisation.tree')).toBe('forbidden')
    expect(await world.reason(secretary, 'organisation.tree', { underId: 'branch2' })).toBe('forbidden')
  })

  test('of a day shows what was then, under the names of then', async () => {
    const branchId = await tree.changed({
      what: 'found',
      type: 'branch',
      parentId: 'unit1',
      name: '县畜牧站党支部',
    })
    await tree.changed(rename('branch3', '县教育体育局党支部'))
    expect(await ids(county)).toContain(branchId)
    expect(await ids(county, { on: '2026-09-21' })).not.toContain(branchId)
    const { nodes } = await world.get(county, 'organisation.tree', { on: '2026-09-21' })
    expect(nodes.find(({ id }) => id === 'branch3')?.name).toBe('县教育局党支部')
  })
})

test('whoever belongs to what another process has just founded is known at once, by a post or by a right', async () => {
  const of = (id: string) => ({ _id: openIdOf(id), state: 'bound', requestId: id, grants: [] })
  // This process has read the tree and keeps it.
  await world.get(secretary, 'identity.work')
  const { database } = world.emulator
  database.insertMany('organisations', [{ ...aBranch({ _id: 'new', name: '县畜牧站党支部' }) }])
  const post = { post: 'secretary' as const, organisationId: 'new', from: '2026-09-22' }
  const memberships = [{ branchId: 'new', from: '2026-09-22' }]
  const head = {
    ...aMember({ _id: 'head', memberships, posts: [post] }),
    alias: 'a',
    codeKey: '79'.repeat(32),
  }
  const grant = { grantId: 'g', role: 'village_contact', organisationId: 'village2', from: '2026-09-22' }
  database.insertMany('members', [head])
  database.insertMany('identities', [
    { ...of('head'), memberId: 'head' },
    { ...of('contact2'), grants: [grant] },
  ])
  expect((await world.get(openIdOf('head'), 'identity.work')).places).toMatchObject([
    { organisation: { name: '县畜牧站党支部' } },
  ])
  const village = { ...aBranch({ _id: 'village2', name: '河西村' }), type: 'village' }
  database.insertMany('organisations', [village])
  expect((await world.get(openIdOf('contact2'), 'identity.work')).villages).toMatchObject([
    { village: { name: '河西村' } },
  ])
})

describe('a change', () => {
  test('is made once however often the request arrives, and is audited', async () => {
    const nonce = newNonce()
    const asked = { what: 'found', type: 'branch', parentId: 'unit1', name: '县畜牧站党支部' } as const
    const id = await tree.changed(asked, { nonce })
    expect(await tree.changed(asked, { nonce })).toBe(id)
    expect(tree.one(id)).toMatchObject({ type: 'branch', parentId: 'unit1', validFrom: TODAY, order: 4 })
    expect(tree.rows('audit', { what: 'organisation' })).toMatchObject([
      { placeId: id, by: expect.stringMatching(/^outside:/) as string, result: `found:${TODAY}` },
    ])
    expect(await tree.refused({ ...asked, parentId: 'county' })).toBe('name_taken')
    expect(await tree.refused({ ...asked, name: '另一党支部', parentId: 'branch1' })).toBe('wrong_parent')
    expect(await tree.refused({ ...asked, name: '另一党支部', parentId: 'nowhere' })).toBe('forbidden')
  })

  test('is the work committee’s, but groups are the branch’s own', async () => {
    const group = { what: 'found', type: 'group', parentId: 'branch1', name: '第四党小组' } as const
    expect(await tree.refused(group, { who: openIdOf('n1') })).toBe('forbidden')
    expect(await tree.refused(group, { who: leader })).toBe('forbidden')
    const id = await tree.changed(group, { who: secretary })
    expect(await tree.refused(rename(id, '青年党小组'), { who: secretary })).toBe('ok')
    for (const asked of [
      rename('branch1', '我的党支部'),
      { what: 'move', organisationId: 'branch1', parentId: 'county' } as const,
      { what: 'dissolve', organisationId: 'branch2' } as const,
      { what: 'found', type: 'branch', parentId: 'unit1', name: '新党支部' } as const,
      { what: 'merge', organisationId: 'branch1', fromIds: ['branch2'] } satisfies OrganisationChange,
    ])
      expect(await tree.refused(asked, { who: secretary })).toBe('forbidden')
  })

  test('begins today or later, and pages of before and after say what is true of them', async () => {
    expect(await tree.refused(rename('branch1', '昨日党支部'), { on: '2026-09-21' })).toBe('wrong_times')
    const reach = async (day: string) => {
      world.emulator.clock.set(at(`${day} 02:30`))
      await world.emulator.runTimer('nightly')
      world.emulator.clock.set(at(`${day} 10:00`))
    }
    await tree.changed(rename('branch1', '十月党支部'), { on: '2026-10-01' })
    const page = (periodKey?: string) =>
      world.get(secretary, 'progress.branch', { branchId: 'branch1', ...(periodKey && { periodKey }) })
    expect((await page()).branch.name).toBe('农业农村局党支部')
    expect((await world.get(secretary, 'progress.home')).branchName).toBe('农业农村局党支部')
    await reach('2026-09-30')
    expect((await page()).branch.name).toBe('农业农村局党支部')
    await reach('2026-10-01')
    expect((await page()).branch.name).toBe('十月党支部')
    expect((await page('2026-09')).branch.name).toBe('农业农村局党支部')
    expect((await world.get(openIdOf('m4'), 'progress.home', { month: '2026-09' })).branchName).toBe(
      '农业农村局党支部',
    )
    const one = await world.get(county, 'organisation.one', { organisationId: 'branch1' })
    expect(one).toMatchObject({
      node: { name: '十月党支部' },
      before: [{ name: '农业农村局党支部', until: '2026-09-30' }],
    })
  })

  test('two at the same time about the same branch: both are carried out, one after the other', async () => {
    const answers = await Promise.all([
      tree.change(rename('branch1', '甲党支部')),
      tree.change({ what: 'move', organisationId: 'branch1', parentId: 'county' }),
    ])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    expect(tree.one('branch1')).toMatchObject({ name: '甲党支部', parentId: 'county' })
    expect(tree.one('branch1').past).toHaveLength(1)
  })
})

test('a branch is split and its half founded beside it; one with members is not dissolved', async () => {
  const id = await tree.changed({
    what: 'split',
    organisationId: 'branch3',
    name: '县教育局第二党支部',
    memberIds: ['p1', 'p2'],
  })
  expect(
    (await world.get(county, 'roster.list', { branchId: id })).rows.map(({ memberId }) => memberId),
  ).toEqual(['p1', 'p2'])
  expect((await world.get(county, 'roster.list', { branchId: 'branch3' })).totals.members).toBe(48)
  expect(await tree.refused({ what: 'dissolve', organisationId: id })).toBe('not_empty')
  expect(
    await tree.refused({ what: 'split', organisationId: 'branch3', name: '再分', memberIds: ['m1'] }),
  ).toBe('not_in_branch')
})

test('a split takes along somebody who came on that very day, and is carried out to its end', async () => {
  await world.get(openIdOf('n1'), 'roster.transfer', {
    ...{ memberId: 'n2', toBranchId: 'branch1', nonce: newNonce() },
  })
  await world.get(secretary, 'roster.accept', { memberId: 'n2', branchId: 'branch1', accept: true })
  const memberIds = ['m4', 'n2']
  const asked = {
    what: 'split',
    organisationId: 'branch1',
    name: '县农业农村局第二党支部',
    memberIds,
  } as const
  const id = await tree.changed(asked)
  const { rows } = await world.get(county, 'roster.list', { branchId: id })
  expect(rows.map(({ memberId }) => memberId).sort()).toEqual(memberIds)
  expect(tree.rows('organisationChanges')).toMatchObject([{ state: 'done' }])
  expect(tree.rows('organisationChanges', { refused: 'not_in_branch' })).toEqual([])
  expect(tree.lost()).toEqual([])
})
