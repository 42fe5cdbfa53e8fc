import { readdirSync } from 'node:fs'
import path from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { readFile, rowsOf, sendRegister, upload } from './importing'
import { openIdOf } from './people'
import { newNonce, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const county = 'openid-county'
const csv = (...lines: string[]) => lines.join('\r\n')
const titles = '姓名,手机号码,所在党支部,所在党小组,人员类别,党内职务'
const branch = '农业农村局党支部'
const reasonOf = async (openId: string, bytes: Uint8Array | string) => {
  const answer = await world.call(openId, 'import.read', await sendRegister(world, openId, bytes, 'a.csv'))
  return answer.ok ? 'ok' : answer.reason
}

/** What a phone hears that asks for a link. */
async function linkOf(fileId: string, openId: string): Promise<{ status: number } | undefined> {
  const response = await fetch(`${world.emulator.url}/client/getTempFileURL`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-demo-openid': openId },
    body: JSON.stringify({ fileList: [fileId] }),
  })
  return ((await response.json()) as { fileList: { status: number }[] }).fileList[0]
}
const isThere = async (fileId: string, uploader: string) => (await linkOf(fileId, uploader))?.status === 0

test('texts of Excel in China: GB18030, UTF-8 with and without a mark, tabs and semicolons', async () => {
  // 庚同志,1380000900x in GB18030, as Excel saves a .csv.
  const gb = (text: string) => {
    const table = new Map<string, number[]>()
    const decoder = new TextDecoder('gb18030')
    for (let high = 0x81; high <= 0xfe; high += 1)
      for (let low = 0x40; low <= 0xfe; low += 1)
        table.set(decoder.decode(new Uint8Array([high, low])), [high, low])
    return Buffer.from(
      [...text].flatMap((sign) =>
        sign.charCodeAt(0) < 128 ? [sign.charCodeAt(0)] : (table.get(sign) ?? []),
      ),
    )
  }
  const line = (name: string) =>
    csv('党员花名册', titles, `${name},13800009007,${branch},第一党小组,正式党员,`)
  const files = [
    gb(line('庚同志')),
    Buffer.from(`\ufeff${line('庚同志')}`),
    Buffer.from(line('庚同志')),
    Buffer.from(line('庚同志').replace(/,/g, '\t')),
    Buffer.from(line('庚同志').replace(/,/g, ';')),
    Buffer.from(`\ufeff${line('庚同志').replace(/,/g, '\t')}`, 'utf16le'),
  ]
  for (const file of files) {
    const rows = await rowsOf(world, secretary, await readFile(world, secretary, file, '名册.csv'))
    expect(rows.map(({ name, verdict, line: at }) => [name, verdict, at])).toEqual([
      ['', 'skip', 1],
      ['', 'skip', 2],
      ['庚同志', 'add', 3],
    ])
  }
})

test('a register without a column of branches: the sheet, its title, or a line over the rows says it', async () => {
  const rows = (title: string) => [[title], ['序号', '姓名', '手机'], [1, '辛同志', 13800009008]]
  const sheets = [
    { name: '教育局党支部', rows: rows('党员花名册').map((row) => [...row]) },
    {
      name: 'Sheet2',
      rows: [['中共县财政局第一支部委员会党员花名册'], ['姓名', '手机'], ['壬同志', 13800009009]],
    },
    {
      name: 'Sheet3',
      rows: [
        ['姓名', '手机'],
        ['县财政局第一党支部（1人）', null],
        ['癸同志', 13800009010],
        ['县教育局党支部（1人）', null],
        ['子同志', 13800009011],
      ],
    },
  ]
  const read = await rowsOf(world, county, await readFile(world, county, await writeXlsx({ sheets })))
  const said = read
    .filter(({ name }) => name !== '')
    .map(({ name, branchName, verdict }) => [name, branchName, verdict])
  expect(said).toEqual([
    ['壬同志', '县财政局第一党支部', 'add'],
    ['癸同志', '县财政局第一党支部', 'add'],
    ['子同志', '县教育局党支部', 'add'],
    ['辛同志', '', 'refuse'],
  ])
})

test.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string, string]>([
  ['an empty file', () => new Uint8Array(0), 'file_unreadable'],
  [
    'an old .xls',
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]),
    'file_unreadable',
  ],
  ['a picture', () => new Uint8Array(3000).map((_, i) => (i * 7919) % 251), 'file_unreadable'],
  [
    'half an .xlsx',
    async () => (await writeXlsx({ sheets: [{ name: 'a', rows: [['姓名', '手机']] }] })).slice(0, 900),
    'file_unreadable',
  ],
  ['a letter', () => '你好\n这是一封信\n', 'no_header'],
  ['5 MB and a byte', () => new Uint8Array(5 * 1024 * 1024 + 1).fill(65), 'file_too_large'],
  ['20,001 rows', () => `${titles}\n${`甲同志,13800009012,${branch},,,\n`.repeat(20_000)}`, 'file_too_large'],
])('%s is refused, and deleted', async (_, bytes, reason) => {
  const sent = await sendRegister(world, secretary, await bytes())
  expect(await world.reason(secretary, 'import.read', sent)).toBe(reason)
  expect(await isThere(sent.fileId, secretary)).toBe(false)
})

test('a .zip that unpacks to more than it should is refused unread', async () => {
  const rows = Array.from({ length: 2 }, () => ['姓名', '手机'])
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows }] }))
  // The central directory says what an entry unpacks to.
  const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bytes.writeUInt32LE(200 * 1024 * 1024, at + 24)
  expect(await reasonOf(secretary, bytes)).toBe('file_too_large')
})

test('no file but what oneself was told to upload, with the same nonce, is read or deleted', async () => {
  const text = csv(titles, `甲同志,13800009012,${branch},,,`)
  const theirs = await sendRegister(world, county, text)
  const own = await sendRegister(world, secretary, text)
  const elsewhere = await upload(world, secretary, text, `exports/${newNonce()}.csv`)
  const guessed = await upload(world, secretary, text, `imports/${newNonce()}.csv`)
  const named = [
    { ...own, fileId: theirs.fileId },
    { ...own, fileId: elsewhere },
    { ...own, fileId: guessed },
    { ...own, nonce: newNonce() },
    { ...theirs, fileName: 'mine.csv' },
  ]
  for (const request of named)
    expect(await world.reason(secretary, 'import.read', request)).toBe('file_unreadable')
  expect(await isThere(theirs.fileId, county)).toBe(true)
  expect(await isThere(own.fileId, secretary)).toBe(true)
})

test('an uploaded register is read by the function alone: by nobody else’s phone, whoever knows its id', async () => {
  const { fileId } = await sendRegister(world, secretary, csv(titles))
  expect(await linkOf(fileId, county)).toMatchObject({ status: -503002 })
  expect(await linkOf(fileId, openIdOf('m4'))).toMatchObject({ status: -503002 })
})

test('an export lies in no storage and has no link', async () => {
  const { content } = await world.get(county, 'import.export', { organisationId: 'branch1' })
  expect(Buffer.from(content, 'base64').subarray(0, 2).toString()).toBe('PK')
  expect(JSON.stringify(world.emulator.database.find('imports', { kind: 'export' }))).not.toMatch(
    /cloud:|http/,
  )
  expect(readdirSync(path.join(world.dataDir, 'storage'), { recursive: true }).join()).not.toMatch(/exports/)
})

test('what was sent and never read, or announced and never sent, is gone after a day', async () => {
  const { fileId } = await sendRegister(world, secretary, csv(titles))
  await world.get(secretary, 'import.begin', { nonce: newNonce(), ending: 'csv' })
  const begun = () => world.emulator.database.count('imports', { kind: 'begun' })
  expect(begun()).toBeGreaterThan(1)
  const at = world.now()
  world.emulator.clock.set(at + 86_400_000 + 1000)
  await world.emulator.runTimer('nightly')
  expect(begun()).toBe(0)
  expect(await isThere(fileId, secretary)).toBe(false)
  world.emulator.clock.set(at)
})

test('an import asks for the right again at every step, and at every page it applies', async () => {
  const names = '甲 乙 丙 丁 戊 己 庚 辛 壬 癸'.split(' ')
  const people = names.flatMap((a) => names.map((b) => `${a}${b}同志`)).concat(names.map((a) => `${a}新同志`))
  const lines = people.map((name, i) => `${name},138${String(10_000_000 + i)},${branch},,,`)
  const right = { organisationId: 'county', role: 'committee', memberId: 'm3', from: '2026-09-22' }
  const give = () => world.get(county, 'grants.give', { ...right, nonce: newNonce() })
  const { grantId } = await give()
  const m3 = openIdOf('m3')
  const importId = await readFile(world, m3, csv(titles, ...lines))
  await world.get(county, 'grants.revoke', { organisationId: 'county', grantId })
  for (const action of ['import.proceed', 'import.preview', 'import.apply'] as const) {
    const request = action === 'import.preview' ? { importId, from: 0 } : { importId }
    expect(await world.reason(m3, action, request)).toBe('forbidden')
  }
  const added = () =>
    world.emulator.database.find('members', {}).filter(({ name }) => people.includes(String(name))).length
  expect(added()).toBe(0)
  await give()
  expect(await world.reason(m3, 'import.apply', { importId })).toMatch(/^ok/)
  expect(added()).toBe(people.length)
  // Who calls, and again before each of the two pages.
  const asked = world.lastInvocation().calls.filter(({ collection }) => collection === 'identities')
  expect(asked).toHaveLength(3)
})
