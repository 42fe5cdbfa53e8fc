import fs from 'node:fs'
import path from 'node:path'
import { applyAll, readFile, rowsOf } from './importing'
import { openIdOf } from './people'
import { secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const county = 'openid-county'
const branch = '农业农村局党支部'
const titles = '姓名,手机号码,所在党支部,党内职务'
const csv = (...lines: string[]) => [titles, ...lines].join('\r\n')
const stored = (name: string) => world.emulator.database.find('members', { name })[0]
const postsOf = (name: string) => stored(name)?.posts as { post: string; to?: string }[]
const secretaries = () =>
  world.emulator.database
    .find('members', { 'posts.organisationId': 'branch1' })
    .filter(({ posts }) =>
      (posts as { post: string; to?: string }[]).some((one) => one.post === 'secretary' && !one.to),
    )
    .map(({ name }) => name)
const choose = async (importId: string, name: string, key: string) => {
  const row = (await rowsOf(world, secretary, importId)).find((one) => one.name === name)
  await world.get(secretary, 'import.choose', { importId, sheet: row?.sheet, line: row?.line, key })
}

test('a post of another organisation is kept as text, and its holder reads nothing of the branch', async () => {
  for (const [i, post] of ['党组书记', '驻村第一书记', '团支部书记', '县委书记', '组织部部长'].entries()) {
    const name = `别处${'甲乙丙丁戊'[i] ?? ''}`
    const importId = await readFile(world, secretary, csv(`${name},1380000700${i},${branch},${post}`))
    const [, row] = await rowsOf(world, secretary, importId)
    expect(row).toMatchObject({ verdict: 'flawed', reasons: ['other_post'] })
    expect(row?.changes).toContainEqual({ field: 'post', before: '', after: post })
    await applyAll(world, secretary, importId)
    expect(stored(name)).toMatchObject({ posts: [], otherPosts: post })
    const memberId = stored(name)?._id
    expect(await world.get(secretary, 'roster.member', { memberId })).toMatchObject({
      posts: [],
      otherPosts: post,
    })
    const openId = `openid-elsewhere-${i}`
    world.emulator.database.insertMany('identities', [
      {
        ...world.emulator.database.find('identities', { _id: openIdOf('m2') })[0],
        _id: openId,
        requestId: `request-elsewhere-${i}`,
        memberId: stored(name)?._id,
        grants: [],
      },
    ])
    expect(await world.reason(openId, 'roster.list', { branchId: 'branch1' })).toBe('forbidden')
    expect(
      await world.reason(openId, 'progress.branch', { branchId: 'branch1', month: '2026-09' }),
    ).not.toMatch(/^ok/)
    expect(await world.get(openId, 'identity.me')).toMatchObject({ roles: [] })
  }
})

test('the file of many posts gives rights to those of the branch alone, and asks about a second secretary', async () => {
  const file = new Uint8Array(fs.readFileSync(path.join(__dirname, 'fixtures/19_posts.xlsx')))
  const rows = await rowsOf(world, secretary, await readFile(world, secretary, file))
  const [, ...people] = rows
  const said = people.map(({ verdict, reasons, changes }) => [
    changes.find(({ field }) => field === 'post')?.after ?? '',
    verdict,
    reasons[0] ?? '',
  ])
  expect(said).toEqual([
    ...[
      '党组书记',
      '党组成员',
      '党委委员',
      '第一书记',
      '团支部书记',
      '组织部部长',
      '机关党委专职副书记',
      '党组书记、局长',
    ].map((text) => [text, 'flawed', 'other_post']),
    ['党小组组长', 'add', ''],
    // The branch has a secretary: neither 支部书记 nor 书记兼组织委员 becomes one unasked.
    ['', 'ask', 'second_secretary'],
    ['', 'ask', 'second_secretary'],
    ['纪律检查委员', 'add', ''],
    ...['党总支书记', '离退休支部书记', '县委书记', '党委书记'].map((text) => [text, 'flawed', 'other_post']),
    ['副书记、纪律检查委员', 'add', ''],
    ['支委会委员', 'add', ''],
    ...['宣传部副部长', '组织员', '党建指导员', '工会主席'].map((text) => [text, 'flawed', 'other_post']),
  ])
})

test('a second secretary against the register: one says that the first stays, or that the new one follows', async () => {
  expect(secretaries()).toEqual(['李同志'])
  const file = csv(`接任者,13800007101,${branch},支部书记`)
  const first = await readFile(world, secretary, file)
  const [, row] = await rowsOf(world, secretary, first)
  expect(row?.options.map(({ label }) => label)).toEqual([
    '书记还是李同志，这一行不写书记',
    '接任者接任书记，李同志不再担任',
  ])
  // Unanswered it is left out.
  expect(await applyAll(world, secretary, first)).toMatchObject({ added: 0 })
  const second = await readFile(world, secretary, file)
  await choose(second, '接任者', 'stays')
  await applyAll(world, secretary, second)
  expect(postsOf('接任者')).toEqual([])
  expect(secretaries()).toEqual(['李同志'])
  const third = await readFile(world, county, file)
  const [, asked] = await rowsOf(world, county, third)
  await world.get(county, 'import.choose', {
    importId: third,
    sheet: asked?.sheet,
    line: 2,
    key: 'takes_over',
  })
  expect(await applyAll(world, county, third)).toMatchObject({ changed: 1 })
  expect(secretaries()).toEqual(['接任者'])
  expect(postsOf('李同志')).toContainEqual({
    post: 'secretary',
    organisationId: 'branch1',
    from: '2024-01-01',
    to: '2026-09-21',
  })
  const audits = world.emulator.database.find('audit', { what: 'import', 'to.posts': { $exists: true } })
  expect(audits.map(({ memberId }) => memberId).sort()).toEqual([stored('接任者')?._id, 'm1'].sort())
})

test('two secretaries of one branch in a file: the second is asked about, and whatever is answered one is left', async () => {
  const rowsFor = (a: string, b: string) =>
    csv(`${a},13800007201,县教育局党支部,书记`, `${b},13800007202,县教育局党支部,党支部书记`)
  const of = (branchId: string) =>
    world.emulator.database
      .find('members', { 'posts.organisationId': branchId })
      .flatMap(({ name, posts }) =>
        (posts as { post: string; to?: string }[]).some((one) => one.post === 'secretary' && !one.to)
          ? [name]
          : [],
      )
  const importId = await readFile(world, county, rowsFor('教育甲', '教育乙'))
  const rows = (await rowsOf(world, county, importId)).slice(1)
  for (const { verdict, sheet, line } of rows)
    if (verdict === 'ask')
      await world.get(county, 'import.choose', { importId, sheet, line, key: 'takes_over' })
  expect(rows[0]).toMatchObject({ verdict: 'add', reasons: [] })
  expect(rows[1]).toMatchObject({ verdict: 'ask', reasons: ['second_secretary'] })
  await applyAll(world, county, importId)
  expect(of('branch3')).toEqual(['教育乙'])
})
