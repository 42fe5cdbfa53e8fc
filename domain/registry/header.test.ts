import { columnOf } from './columns'
import { findHeader } from './header'

test.each([
  ['* 姓　名（必填）', 'name'],
  ['手机\n号码', 'phone'],
  ['联系电话（后四位）', 'phone'],
  ['所在党支部名称', 'branch'],
  ['加入党组织日期', 'joinedOn'],
  ['转为正式党员时间', 'regularOn'],
])('%s is taken as %s', (title, field) => {
  expect(columnOf(title)).toMatchObject({ is: 'field', field })
})

test.each([
  '身份证号码',
  '公民身份号码',
  '出生年月',
  '年龄',
  '民族',
  '籍贯',
  '家庭住址',
  '现居住地址',
  '户籍所在地',
  '银行卡号',
])('%s is private', (title) => {
  expect(columnOf(title)).toEqual({ is: 'ignored', why: 'sensitive' })
})

test.each([
  ['备注', 'remarks'],
  ['奖惩情况', 'remarks'],
  ['学历', 'unknown'],
])('%s is ignored: %s', (title, why) => {
  expect(columnOf(title)).toEqual({ is: 'ignored', why })
})

test('of two columns of phones the mobile is taken, wherever it stands', () => {
  const header = findHeader([['姓名', '联系电话', '手机号码', '所在支部']])
  expect(header?.columns.phone).toBe(2)
  expect(header?.ignored).toEqual([{ title: '联系电话', why: 'twice' }])
})

test('what is private in the upper or the lower of two lines is private', () => {
  const header = findHeader([
    ['姓名', '证件', '证件', '联系方式'],
    ['', '类型', '号码', '手机'],
  ])
  expect(header?.end).toBe(2)
  expect(header?.ignored.map(({ why }) => why)).toEqual(['sensitive', 'sensitive'])
  expect(header?.columns).toEqual({ name: 0, phone: 3 })
})

test('people below a single line of titles are no second line', () => {
  const header = findHeader([
    ['姓名', '手机', '人员类别'],
    ['党支部', '13800001234', '正式党员'],
  ])
  expect(header?.end).toBe(1)
})

test('a sheet without names, or with nothing beside them, is no register', () => {
  expect(findHeader([['姓名', '备注']])).toBeNull()
  expect(findHeader([['说明'], ['一、先填姓名和手机']])).toBeNull()
  expect(findHeader([])).toBeNull()
  // Titles deeper than thirty rows are somebody's text.
  expect(findHeader([...Array<string[]>(30).fill(['']), ['姓名', '手机']])).toBeNull()
})
