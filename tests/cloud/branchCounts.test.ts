import { newNonce, World } from './world'

/** How many branches a county has is one number, whoever says it: before and after the roll-up, on the day one is founded and one ends. */
const county = 'openid-county'
const today = '2026-09-22'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

/** Every number of branches a page shows, by where it stands. */
async function told(): Promise<Record<string, number>> {
  const [tree, one, choices, setup, heads, overview, rules] = await Promise.all([
    world.get(county, 'organisation.tree'),
    world.get(county, 'organisation.one', { organisationId: 'county' }),
    world.get('openid-newcomer', 'identity.branches'),
    world.get(county, 'setup.page'),
    world.get(county, 'setup.heads'),
    world.get(county, 'committee.overview', {}),
    world.get(county, 'duty.list'),
  ])
  const day = rules.rules.find(({ rule }) => rule.dutyId === 'theme_party_day')
  const change = { ...day?.form, minimum: 2 }
  const preview = await world.get(county, 'duty.preview', { change })
  return {
    tree: tree.nodes.filter(({ type }) => type === 'branch').length,
    'tree, at the top': tree.nodes.find(({ id }) => id === 'county')?.count ?? -1,
    'page of the work committee': one.node.count,
    'to be bound in': choices.branches.length,
    首次启用: setup.branches,
    邀请书记: heads.branches.length,
    'page of the county': overview.branchCount,
    'bound by a rule': preview.bound.after,
  }
}
const agreed = async () => [...new Set(Object.values(await told()))]
const change = (asked: object) =>
  world.get(county, 'organisation.change', { on: today, nonce: newNonce(), change: asked })

test('the number of branches is one before anything has been summed', async () => {
  expect(await told()).toEqual(Object.fromEntries(Object.keys(await told()).map((where) => [where, 3])))
})

test('the number of branches is one on the day one is founded, before the next sum and after it', async () => {
  await world.emulator.runTimer('rollup')
  expect(await agreed()).toEqual([3])
  const { organisationId } = await change({
    what: 'found',
    type: 'branch',
    parentId: 'unit1',
    name: '县档案馆党支部',
  })
  world.emulator.clock.advance(61_000)
  expect(await agreed()).toEqual([4])
  await world.emulator.runTimer('rollup')
  expect(await agreed()).toEqual([4])
  await change({ what: 'dissolve', organisationId })
  world.emulator.clock.advance(86_400_000)
  expect(await agreed()).toEqual([3])
  await world.emulator.runTimer('rollup')
  expect(await agreed()).toEqual([3])
})
