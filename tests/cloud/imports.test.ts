import { readXlsx } from 'hucre/xlsx'
import { applyAll, readFile, rowsOf, sendRegister } from './importing'
import { openIdOf } from './people'
import { leader, newNonce, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const county = 'openid-county'
const neighbour = openIdOf('n1')
const csv = (...lines: string[]) => lines.join('\r\n')
const titles = '姓名,手机号码,所在党支部,所在党小组,人员类别,党内职务'
const branch = '农业农村局党支部'
const found = (name: string) => world.emulator.database.find('members', { name })

test('a new member is shown, added after the yes, and the same file again changes nothing', async () => {
  const file = csv(titles, `新 同志,+86 138-0000-9001,${branch},第1小组,预备党员,组织委员`)
  const importId = await readFile(world, secretary, file)
  const [, row] = await rowsOf(world, secretary, importId)
  expect(row).toMatchObject({ kind: 'member', line: 2, name: '新同志', verdict: 'add' })
  expect(row?.changes).toContainEqual({ field: 'group', before: '', after: '第一党小组' })
  expect(found('新同志')).toEqual([])
  expect(await applyAll(world, secretary, importId)).toMatchObject({ state: 'applied', added: 1, changed: 0 })
  expect(found('新同志')).toMatchObject([
    {
      phoneTail: '9001',
      standing: 'probationary',
      memberships: [{ branchId: 'branch1', groupId: 'group1', from: '2026-09-22' }],
      posts: [{ post: 'organisation_officer', organisationId: 'branch1', from: '2026-09-22' }],
      alias: expect.stringMatching(/^[a-z0-9]{7}$/) as string,
      codeKey: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    },
  ])
  // The yes again is no second one.
  expect(await applyAll(world, secretary, importId)).toMatchObject({ added: 1, changed: 0 })
  const again = await readFile(world, secretary, file)
  expect((await rowsOf(world, secretary, again, 'same')).map(({ name }) => name)).toEqual(['新同志'])
  const before = world.emulator.database.find('members', {})
  expect(await applyAll(world, secretary, again)).toMatchObject({ added: 0, changed: 0 })
  expect(world.emulator.database.find('members', {})).toEqual(before)
  expect(world.emulator.database.find('audit', { what: 'import' })).toMatchObject([
    { by: 'm1', importId, result: '1 added, 0 changed' },
    { by: 'm1', importId: again, result: '0 added, 0 changed' },
  ])
})

test('one file read twice before either is applied adds nobody twice', async () => {
  const file = csv(titles, `两遍者,13800009002,${branch},,,`)
  const first = await readFile(world, secretary, file)
  const second = await readFile(world, secretary, file)
  expect(await applyAll(world, secretary, first)).toMatchObject({ added: 1 })
  expect(await applyAll(world, secretary, second)).toMatchObject({ added: 0, changed: 0 })
  expect(found('两遍者')).toHaveLength(1)
})

test('two of one name in a branch, pages apart, are both added', async () => {
  const others = Array.from({ length: 120 }, (_, i) => {
    const name = `旁${String.fromCharCode(0x4e00 + i)}人`
    return `${name},1380001${String(i).padStart(4, '0')},县财政局第一党支部,,,`
  })
  const file = csv(
    titles,
    '同名者,13800009021,县财政局第一党支部,,,',
    ...others,
    '同名者,13800009022,县财政局第一党支部,,,',
  )
  expect(await applyAll(world, neighbour, await readFile(world, neighbour, file))).toMatchObject({
    added: 122,
  })
  const again = await readFile(world, neighbour, file)
  const { totals } = await world.get(neighbour, 'import.preview', { importId: again, from: 0 })
  expect(totals).toEqual({ skip: 1, same: 122 })
})

test('what is empty in the file takes nothing away', async () => {
  const [before] = found('陈同志')
  const file = csv('姓名,联系电话,所在党支部,所在党小组,党内职务,报到社区', `陈同志,1002,${branch},,,`)
  await applyAll(world, secretary, await readFile(world, secretary, file))
  expect(found('陈同志')).toEqual([before])
})

test('another post of the branch takes the place of the one before; the days of the old one stay', async () => {
  const file = csv('姓名,联系电话,所在党支部,党内职务', `王同志,1003,${branch},副书记`)
  const importId = await readFile(world, secretary, file)
  expect((await rowsOf(world, secretary, importId, 'change'))[0]?.changes).toEqual([
    { field: 'post', before: '支委会委员', after: '副书记' },
  ])
  await applyAll(world, secretary, importId)
  expect(found('王同志')[0]?.posts).toEqual([
    { post: 'committee_member', organisationId: 'branch1', from: '2024-01-01', to: '2026-09-21' },
    { post: 'deputy_secretary', organisationId: 'branch1', from: '2026-09-22' },
  ])
})

test('a secretary writes the own branch only: others are refused, and not shown', async () => {
  const file = csv(
    titles,
    '外人甲,13800009003,县财政局第一党支部,,,',
    `众人乙,13800000201,${branch},,,`,
    '丙同志,13800009004,,,,',
  )
  world.emulator.database.insertMany('members', [
    {
      ...found('陈同志')[0],
      _id: 'q1',
      name: '众人乙',
      phoneTail: '0201',
      alias: 'alias-q1',
      memberships: [{ branchId: 'branch3', from: '2020-01-01' }],
      posts: [],
    },
  ])
  const importId = await readFile(world, secretary, file)
  const rows = await rowsOf(world, secretary, importId)
  expect(rows.map(({ verdict, reasons, options }) => [verdict, reasons[0], options.length])).toEqual([
    ['skip', 'title_row', 0],
    ['refuse', 'not_yours', 0],
    ['refuse', 'other_branch', 0],
    // Without a branch in the row it is the only one the secretary runs.
    ['add', undefined, 0],
  ])
  await applyAll(world, secretary, importId)
  expect(found('外人甲')).toEqual([])
  expect(found('众人乙')[0]?.memberships).toEqual([{ branchId: 'branch3', from: '2020-01-01' }])
  expect(found('丙同志')[0]?.memberships).toMatchObject([{ branchId: 'branch1' }])
})

test('who started an import goes on with it, nobody else; members and group leaders start none', async () => {
  const importId = await readFile(world, secretary, csv(titles, `丁同志,13800009005,${branch},,,`))
  for (const openId of [openIdOf('m2'), county, openIdOf('m8'), neighbour]) {
    expect(await world.reason(openId, 'import.preview', { importId, from: 0 })).toBe('forbidden')
    expect(await world.reason(openId, 'import.apply', { importId })).toBe('forbidden')
    expect(await world.reason(openId, 'import.proceed', { importId })).toBe('forbidden')
    expect(await world.reason(openId, 'import.choose', { importId, sheet: '1', line: 2, key: 'new' })).toBe(
      'forbidden',
    )
  }
  const sent = await sendRegister(world, secretary, csv(titles), 'a.csv')
  for (const openId of [openIdOf('m8'), leader, 'stranger-import']) {
    expect(await world.reason(openId, 'import.begin', { nonce: newNonce(), ending: 'csv' })).toBe('forbidden')
    expect(await world.reason(openId, 'import.read', sent)).toBe('forbidden')
  }
  expect(await world.reason(secretary, 'import.preview', { importId: 'no-such-import', from: 0 })).toBe(
    'forbidden',
  )
})

test('of a counts-only branch nothing comes in, goes out or is shown but by those inside', async () => {
  const { database } = world.emulator
  const inside = '县纪委监委党支部'
  database.insertMany('organisations', [
    {
      ...database.find('organisations', { _id: 'branch3' })[0],
      _id: 'branch9',
      name: inside,
      countsOnly: true,
    },
  ])
  const membership = { branchId: 'branch9', from: '2020-01-01' }
  database.insertMany('members', [
    {
      ...found('陈同志')[0],
      _id: 'c1',
      name: '不外传者',
      phoneTail: '0901',
      alias: 'alias-c1',
      memberships: [membership],
      posts: [],
    },
  ])
  const rows = await rowsOf(
    world,
    county,
    await readFile(
      world,
      county,
      csv(titles, `不外传者,13800000901,${inside},,,`, `不外传者,13800000901,${branch},,,`),
    ),
  )
  expect(rows.slice(1)).toMatchObject([
    { verdict: 'refuse', reasons: ['not_yours'], changes: [], options: [] },
    { verdict: 'refuse', reasons: ['other_branch'] },
  ])
  const { content } = await world.get(county, 'import.export', { organisationId: 'county' })
  const sheet = await readXlsx(new Uint8Array(Buffer.from(content, 'base64')))
  expect(JSON.stringify(sheet.sheets)).not.toContain('不外传者')
  expect(JSON.stringify(sheet.sheets)).toContain('陈同志')
  expect(await world.reason(county, 'import.export', { organisationId: 'branch9' })).toBe('forbidden')
})

test('each function answers its own actions only', async () => {
  const call = { action: 'import.preview', contractVersion: 1, data: { importId: 'x', from: 0 } }
  expect((await world.post(county, call, 'api')).result).toMatchObject({
    ok: false,
    reason: 'unknown_action',
  })
  const other = { action: 'identity.me', contractVersion: 1, data: {} }
  expect((await world.post(county, other, 'imports')).result).toMatchObject({
    ok: false,
    reason: 'unknown_action',
  })
})

test('read sent twice with one nonce is one import', async () => {
  const request = await sendRegister(
    world,
    secretary,
    csv(titles, `丑同志,13800009013,${branch},,,`),
    'a.csv',
  )
  const first = await world.get(secretary, 'import.read', request)
  expect(await world.get(secretary, 'import.read', request)).toEqual(first)
})

test('the export is read again without a change, and holds no more than it may', async () => {
  const { content, rows, fileName } = await world.get(county, 'import.export', { organisationId: 'county' })
  expect(fileName).toBe('县直机关工委党员信息 2026-09-22.xlsx')
  const bytes = new Uint8Array(Buffer.from(content, 'base64'))
  const shown = world.emulator.database.find('members', { 'memberships.branchId': { $ne: 'branch9' } })
  expect(rows).toBe(shown.length)
  const importId = await readFile(world, county, bytes)
  const { totals } = await world.get(county, 'import.preview', { importId, from: 0 })
  // Test members called 邻支部1 and 众人1 have no names an import would take.
  const odd = shown.filter(({ name }) => /\d/.test(String(name))).length
  expect(totals).toEqual({ skip: 1, same: rows - odd, refuse: odd })
  expect(await world.reason(leader, 'import.export', { organisationId: 'branch1' })).toBe('forbidden')
  expect(await world.reason(secretary, 'import.export', { organisationId: 'branch2' })).toBe('forbidden')
  expect(await world.reason(secretary, 'import.export', { organisationId: 'county' })).toBe('forbidden')
  expect((await world.get(secretary, 'import.export', { organisationId: 'branch1' })).rows).toBeGreaterThan(
    11,
  )
})

test('whoever lost the right between preview and yes writes nothing', async () => {
  const { database, clock } = world.emulator
  const posts = [
    { post: 'organisation_officer', organisationId: 'branch1', from: '2024-01-01', to: '2026-09-22' },
  ]
  database.insertMany('members', [
    { ...found('陈同志')[0], _id: 'r1', name: '卸任者', alias: 'alias-r1', posts },
  ])
  const [identity] = database.find('identities', { _id: openIdOf('m2') })
  database.insertMany('identities', [
    { ...identity, _id: openIdOf('r1'), requestId: 'request-r1', memberId: 'r1' },
  ])
  const officer = openIdOf('r1')
  const importId = await readFile(world, officer, csv(titles, `戊同志,13800009006,${branch},,,`))
  expect((await rowsOf(world, officer, importId))[1]?.verdict).toBe('add')
  // Tomorrow the post is over.
  clock.advance(24 * 60 * 60_000)
  expect(await world.reason(officer, 'import.apply', { importId })).toBe('forbidden')
  expect(found('戊同志')).toEqual([])
  expect(await world.reason(officer, 'import.preview', { importId, from: 0 })).toBe('forbidden')
})
