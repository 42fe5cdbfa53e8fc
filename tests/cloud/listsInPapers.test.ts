import readSheets, { readSheet } from 'read-excel-file/node'
import type { Cell } from '@domain/contract/keptLists'
import { templates } from '@domain/keptLists/templates/templates'
import { at } from '@domain/testing/at'
import { askPart, longPaper } from './longPaper'
import { openPatrol } from './openPatrol'
import { openIdOf } from './people'
import { textInFile } from './textInFile'
import { task } from './rectification'
import { newNonce, secretary, World } from './world'

/** What a branch keeps lists of stands in its papers of the year, in the words of the county, and in nobody else's. */
let world: World
beforeAll(async () => {
  world = await World.start()
  await add('rectification', rectification('活动室没有党旗'))
  world.emulator.clock.set(at('2026-09-23 10:00'))
  const { id, version } = await add('rectification', rectification('支委会记录不完整'))
  world.emulator.clock.set(at('2026-09-24 10:00'))
  await world.get(secretary, 'list.move', { entryId: id, version, to: 'done', nonce: newNonce() })
  await add('sat_in', sitting('2026-03-05'))
  await add('sat_in', sitting('2025-12-31'))
  const gone = await add('rectification', rectification('写错了的一条'))
  await world.get(secretary, 'list.remove', { entryId: gone.id, version: 1, nonce: newNonce() })
})
afterAll(() => world.stop())

const branchId = 'branch1'
const add = (list: string, cells: Cell[]) =>
  world.get(secretary, 'list.save', { organisationId: branchId, list, cells, nonce: newNonce() })
const rectification = (text: string): Cell[] => task(text, '2026-10-15')
const sitting = (on: string): Cell[] => [
  { field: 'on', on },
  { field: 'person', pickedIds: ['m1'] },
  { field: 'meeting', pickedIds: ['party_group'] },
  { field: 'matter', pickedIds: ['decision', 'money'] },
]
const part = (paper: 'handbook' | 'patrol', periodKey = '2026') =>
  longPaper(askPart(world, secretary), { branchId, periodKey, paper })
const bare = (text: string) => text.replace(/\s+/g, '')

test('述职材料 has how many rows each list has, what became of them and their days', async () => {
  const report = async (periodKey: string) => {
    const asked = { branchId, periodKey, paper: 'report' }
    return bare(textInFile((await world.get(secretary, 'paper.ofSpan', asked)).content))
  }
  const year = await report('2026')
  expect(year).toContain('问题清单、整改清单：已登记2条（办理中1条，已办结1条），9月22日、9月23日。')
  expect(year).toContain('书记列席研究重大事项会议：已登记1条，3月5日。')
  expect(year).not.toMatch(/三比、三评|写错了的一条|12月31日/)
  expect(await report('2026-H1')).not.toContain('整改清单：')
})

test('the 手册 has a table of each list that has rows, between 谈心谈话 and the year’s end', async () => {
  const text = bare((await part('handbook'))?.text ?? '')
  expect(text).toMatch(/八、谈心谈话.*九、支部台账.*十、年度总结和移交/)
  const chapter = text.slice(text.lastIndexOf('九、支部台账'), text.lastIndexOf('十、年度总结'))
  expect(chapter).toMatch(/问题清单、整改清单序号什么问题谁来办完成时限办理情况1活动室没有党旗/)
  expect(chapter).toMatch(/已办结2026-09-24/)
  expect(chapter).toMatch(/重大决策、大额资金使用/)
  expect(chapter).not.toMatch(/写错了的一条|2025-12-31|三比、三评/)
})

test('the 巡察资料包 has of every year a file with a sheet of each list that the branch keeps', async () => {
  const made = await longPaper(askPart(world, secretary), {
    ...{ branchId, periodKey: '2025', until: '2026', paper: 'patrol' },
  })
  const { listed, bytes } = await openPatrol(made?.file ?? Buffer.alloc(0))
  const files = listed.filter(({ chapter }) => chapter === '6-清单台账')
  expect(files.map(({ name }) => name.replace(/^.*-(?=\d{4}年)/, ''))).toEqual([
    '2025年-清单台账.xlsx',
    '2026年-清单台账.xlsx',
  ])
  const rowsOf = async (year: number, sheet: string) =>
    (await readSheet(await bytes(files[year - 2025]?.name ?? ''), sheet)).filter(
      ([number]) => typeof number === 'number',
    )
  const kept = templates.filter(({ keptBy }) => keptBy === 'branch').map(({ short }) => short)
  expect((await readSheets(await bytes(files[0]?.name ?? ''))).map(({ sheet }) => sheet)).toEqual(kept)
  expect((await rowsOf(2026, '问题整改')).map((row) => row[1])).toEqual([
    '活动室没有党旗',
    '支委会记录不完整',
  ])
  expect((await rowsOf(2025, '列席会议')).map((row) => row[1])).toEqual(['2025-12-31'])
  expect(await rowsOf(2025, '问题整改')).toEqual([])
})

test('of a list that the county has switched off no paper speaks any more', async () => {
  const setting = { list: 'sat_in', isOn: false, labels: [], more: [], nonce: newNonce() }
  await world.get('openid-county', 'list.saveSetting', setting)
  // So long a warm function goes by what it read before.
  world.emulator.clock.advance(60_000)
  expect((await part('handbook'))?.text).not.toContain('列席')
  const asked = { branchId, periodKey: '2026', paper: 'report' }
  const { content } = await world.get(secretary, 'paper.ofSpan', asked)
  expect(textInFile(content)).not.toContain('书记列席')
  expect(await world.reason(openIdOf('m4'), 'paper.ofSpan', asked)).toBe('forbidden')
})
