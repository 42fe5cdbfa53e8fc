import type { Cell, Sheet } from './cell'
import { namedAt, officeOf, readNameList } from './nameList'

const sheet = (rows: Cell[][], more: Partial<Sheet> = {}): Sheet => ({
  name: '名单',
  rows,
  merges: [],
  ...more,
})

test.each([
  ['中共平安县农业农村局党组', '农业农村局'],
  ['县农业农村局机关党委', '农业农村局'],
  ['农业农村局', '农业农村局'],
  ['县财政局第2党支部', '财政局'],
  ['县市场监督管理局党总支', '市场监督管理局'],
  ['第一党支部', ''],
  ['', ''],
])('whatever party organisation is meant, %s is called %s', (name, office) => {
  expect(officeOf(name)).toBe(office)
})

test('a name is found again by the unit or by the branch, and by neither alone', () => {
  expect(namedAt('周敏', ['县农业农村局党组', '县农业农村局党支部'])).toEqual(['周敏 农业农村局'])
  expect(namedAt('周敏', ['县财政局党组', '机关第一党支部'])).toEqual(['周敏 财政局'])
  expect(namedAt('周敏', ['第一党支部'])).toEqual([])
})

test('names with a unit or a branch are read from below a title, also from merged cells; nothing else of a row is looked at', () => {
  const rows = [
    ['凤凰社区报到党员名单', null, null, null],
    ['序号', '姓 名', '工作单位', '身份证号'],
    [1, '周敏', '农业农村局', '330000199001010000'],
    [2, '程 志远', null, null],
    ['', '姓名', '工作单位', ''],
    [3, '13800001111', '财政局', null],
    [4, '罗振华', '', null],
    [null, null, null, null],
    ['制表：方晓云', null, null, null],
  ]
  const merges = [{ startRow: 2, startCol: 2, endRow: 3, endCol: 2 }]
  expect(readNameList([sheet(rows, { merges })])).toEqual({
    people: [['周敏 农业农村局'], ['程志远 农业农村局']],
    leftOut: 3,
  })
})

test('a hidden sheet is not read; a file without both titles is no list', () => {
  const list = [
    ['姓名', '所在党支部'],
    ['周敏', '农业农村局党支部'],
  ]
  expect(readNameList([sheet(list, { isHidden: true })])).toBeNull()
  expect(
    readNameList([
      sheet([
        ['姓名', '电话'],
        ['周敏', '1'],
      ]),
    ]),
  ).toBeNull()
})

test('rows of a sheet without titles are said to be left out', () => {
  const list = [
    ['姓名', '所在党支部'],
    ['周敏', '农业农村局党支部'],
  ]
  const further = [[3, '罗振华', '财政局'], [], [4, '方晓云', '财政局']]
  expect(readNameList([sheet(further), sheet(list)])).toMatchObject({ people: { length: 1 }, leftOut: 2 })
})
