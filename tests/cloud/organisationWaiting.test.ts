import type { OrganisationChange } from '@domain/contract/organisation'
import { at } from '@domain/testing/at'
import { county, Organisations, rename, TODAY } from './Organisations'
import { openIdOf } from './people'
import { newNonce, secretary, World } from './world'

const OCTOBER = '2026-10-01'
const merging: OrganisationChange = { what: 'merge', organisationId: 'branch1', fromIds: ['branch3'] }

let world: World
let tree: Organisations
beforeEach(async () => {
  world = await World.start()
  tree = new Organisations(world)
})
afterEach(() => world.stop())

const preview = (change: OrganisationChange, on = OCTOBER, who = county) =>
  world.get(who, 'organisation.previewChange', { on, change })
const coming = async (who = county, organisationId = 'branch3') =>
  (await world.get(who, 'organisation.one', { organisationId })).coming
/** Of the one change that waits. */
const comingId = async () => (await coming())[0]?.changeId ?? ''
const cancel = (changeId: string, who = county) =>
  world.reason(who, 'organisation.cancelChange', { changeId })
/** The night in which a day begins, and the morning after it. */
const reach = async (day: string) => {
  world.emulator.clock.set(at(`${day} 02:30`))
  await world.emulator.runTimer('nightly')
  world.emulator.clock.set(at(`${day} 10:00`))
}
const register = () => ({ organisations: tree.rows('organisations'), members: tree.rows('members') })

describe('every change of the tree says first what it will come to', () => {
  test('a merge: heads before and after, who goes, which posts end, and nothing is written but who looked', async () => {
    const kept = () => world.documents() - tree.rows('views').length
    const documents = kept()
    const told = await preview(merging)
    const heads = (parts: typeof told.before) => parts.map(({ id, count }) => [id, count])
    expect(heads(told.before)).toEqual([
      ['branch3', 50],
      ['branch1', 12],
    ])
    expect(heads(told.after)).toEqual([['branch1', 62]])
    expect(told.movingCount).toBe(50)
    expect(told.moving).toHaveLength(50)
    expect(kept()).toBe(documents)
    await tree.changed(merging)
    const rows = (await world.get(secretary, 'roster.list', { branchId: 'branch1' })).rows
    expect(rows).toHaveLength(62)
    expect(rows.filter(({ name }) => told.moving.includes(name))).toHaveLength(50)
  })

  test('a split that takes the secretary along names the posts that end and the branch nobody leads', async () => {
    const told = await preview({
      what: 'split',
      organisationId: 'branch1',
      name: '第二党支部',
      memberIds: ['m1', 'm2', 'm3'],
    })
    expect(told.before).toMatchObject([{ id: 'branch1', count: 12, isLed: true }])
    expect(told.after).toMatchObject([
      { id: 'branch1', count: 9, isLed: false },
      { name: '第二党支部', count: 3, isLed: false },
    ])
    expect(told.ending.map(({ post }) => post)).toContain('secretary')
  })

  test('of a branch whose names stay inside, numbers alone', async () => {
    await tree.changed({ ...rename('branch3', '县教育局党支部'), countsOnly: true })
    const told = await preview(merging)
    expect(told.movingCount).toBe(50)
    expect(told.moving).toEqual([])
    expect(told.before.every(({ leader }) => leader === undefined)).toBe(true)
    expect(told.ending.every(({ name }) => name === undefined)).toBe(true)
  })

  test('what would be refused is refused before anybody says yes', async () => {
    const ask = (change: OrganisationChange, on = OCTOBER) =>
      world.reason(county, 'organisation.previewChange', { on, change })
    expect(await ask({ what: 'dissolve', organisationId: 'branch1' })).toBe('not_empty')
    expect(await ask(merging, '2026-09-21')).toBe('wrong_times')
    expect(
      await world.reason(secretary, 'organisation.previewChange', { on: OCTOBER, change: merging }),
    ).toBe('forbidden')
  })
})

describe('a change of a later day', () => {
  test('leaves everything as it is until its day, and is carried out in the night it begins', async () => {
    const before = register()
    const answer = await world.get(county, 'organisation.change', {
      on: OCTOBER,
      nonce: newNonce(),
      change: merging,
    })
    expect(answer).toEqual({ organisationId: 'branch1', waits: true })
    expect(register()).toEqual(before)
    expect(await coming()).toMatchObject([
      { what: 'merge', on: OCTOBER, to: '农业农村局党支部', mayCancel: true },
    ])
    await reach('2026-09-30')
    expect(register()).toEqual(before)
    await reach(OCTOBER)
    expect(tree.one('branch3')).toMatchObject({ validTo: '2026-09-30', mergedInto: 'branch1' })
    expect(await coming()).toEqual([])
  })

  test('who joins the branch meanwhile goes along', async () => {
    await tree.changed(merging, { on: OCTOBER })
    await world.get(openIdOf('n1'), 'roster.transfer', {
      memberId: 'n2',
      toBranchId: 'branch3',
      nonce: newNonce(),
    })
    await world.get(county, 'roster.accept', { memberId: 'n2', branchId: 'branch3', accept: true })
    await reach(OCTOBER)
    const { rows } = await world.get(secretary, 'roster.list', { branchId: 'branch1' })
    expect(rows.map(({ memberId }) => memberId)).toContain('n2')
  })

  test('can be cancelled until then, as if it had never been asked for', async () => {
    const before = register()
    await tree.changed(merging, { on: OCTOBER })
    const changeId = await comingId()
    expect(await cancel(changeId, secretary)).toBe('forbidden')
    expect(await cancel(changeId)).toMatch(/^ok/)
    expect(await cancel(changeId)).toMatch(/^ok/)
    expect(await coming()).toEqual([])
    await reach('2026-10-02')
    expect(register()).toEqual(before)
    expect(tree.rows('audit', { what: 'organisation' })).toMatchObject([
      { result: `cancelled:merge:${OCTOBER}` },
    ])
  })

  test('is in force from the first minute of its day: cancelling then is refused', async () => {
    await tree.changed(merging, { on: OCTOBER })
    const changeId = await comingId()
    world.emulator.clock.set(at('2026-10-01 00:05'))
    expect(await cancel(changeId)).toBe('change_in_force')
    await reach('2026-10-02')
    // The night of its own day was missed: it is carried out in the next one, from its day on.
    expect(tree.one('branch3').validTo).toBe('2026-09-30')
    expect(await cancel(changeId)).toBe('change_in_force')
  })

  test('one of today has been carried out and cannot be cancelled', async () => {
    const nonce = newNonce()
    await tree.changed(merging, { nonce, on: TODAY })
    const [stored] = tree.rows<{ _id: string }>('organisationChanges')
    expect(await cancel(stored?._id ?? '')).toBe('change_in_force')
  })

  test('another one about the same organisation has to wait; another name has not', async () => {
    await tree.changed(merging, { on: OCTOBER })
    expect(await tree.refused({ what: 'move', organisationId: 'branch3', parentId: 'county' })).toBe(
      'change_waiting',
    )
    expect(await tree.refused({ what: 'merge', organisationId: 'branch2', fromIds: ['branch1'] })).toBe(
      'change_waiting',
    )
    expect(await tree.refused(rename('branch3', '县教育体育局党支部'))).toBe('ok')
  })

  test('one that its day finds impossible changes nothing, and both pages say why', async () => {
    await tree.changed(
      { what: 'found', type: 'group', parentId: 'branch1', name: '第四党小组' },
      { on: OCTOBER, who: secretary },
    )
    await tree.changed(
      { what: 'found', type: 'group', parentId: 'branch1', name: '第四党小组' },
      { who: secretary },
    )
    await reach(OCTOBER)
    expect(await coming(secretary, 'branch1')).toMatchObject([
      { what: 'found', names: ['第四党小组'], refused: 'name_taken', mayCancel: false },
    ])
    const groups = tree.rows('organisations', { name: '第四党小组' })
    expect(groups).toHaveLength(1)
  })

  test('said twice it waits once, and two waiting for one day are carried out in the order of asking', async () => {
    const nonce = newNonce()
    for (let i = 0; i < 2; i += 1) await tree.changed(rename('branch2', '甲党支部'), { on: OCTOBER, nonce })
    await tree.changed({ what: 'move', organisationId: 'branch2', parentId: 'county' }, { on: OCTOBER })
    expect(tree.rows('organisationChanges')).toHaveLength(2)
    await reach(OCTOBER)
    expect(tree.one('branch2')).toMatchObject({ name: '甲党支部', parentId: 'county' })
  })
})
