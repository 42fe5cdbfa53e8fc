import { writeXlsx } from 'hucre/xlsx'
import { readFile, rowsOf, upload } from './importing'
import { newNonce, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
}, 60_000)
afterAll(() => world.stop())

const county = 'openid-county'
const csv = (...lines: string[]) => lines.join('\r\n')
const titles = '姓名,手机号码,所在党支部,所在党小组,人员类别,党内职务'
const branch = '农业农村局党支部'
const read = (openId: string, fileId: string) =>
  world.call(openId, 'import.read', { fileId, fileName: 'a.csv', nonce: newNonce() })
const reasonOf = async (openId: string, bytes: Uint8Array | string, cloudPath?: string) => {
  const answer = await read(openId, await upload(world, openId, bytes, cloudPath))
  return answer.ok ? 'ok' : answer.reason
}

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
  const fileId = await upload(world, secretary, await bytes())
  expect(await read(secretary, fileId)).toMatchObject({ ok: false, reason })
  expect(await read(secretary, fileId)).toMatchObject({ ok: false, reason: 'file_unreadable' })
})

test('a .zip that unpacks to more than it should is refused unread', async () => {
  const rows = Array.from({ length: 2 }, () => ['姓名', '手机'])
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows }] }))
  // The central directory says what an entry unpacks to.
  const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bytes.writeUInt32LE(200 * 1024 * 1024, at + 24)
  expect(await reasonOf(secretary, bytes)).toBe('file_too_large')
})

test('no file but an uploaded register is read or deleted', async () => {
  const fileId = await upload(world, secretary, csv(titles), `exports/${newNonce()}`)
  expect(await read(secretary, fileId)).toMatchObject({ ok: false, reason: 'file_unreadable' })
  const [link] = (await (
    await fetch(`${world.emulator.url}/client/getTempFileURL`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-demo-openid': secretary },
      body: JSON.stringify({ fileList: [fileId] }),
    })
  )
    .json()
    .then((answer) => (answer as { fileList: { status: number }[] }).fileList)) as { status: number }[]
  expect(link?.status).toBe(0)
})
