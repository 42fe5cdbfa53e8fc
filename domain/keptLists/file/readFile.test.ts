import type { Sheet } from '../../registry/cell'
import { templates } from '../templates/templates'
import { readListFile } from './readFile'

const TODAY = '2026-09-22'
const people = [
  { id: 'm1', name: '李建国' },
  { id: 'm2', name: '周敏' },
  { id: 'm3', name: '王伟' },
  { id: 'm4', name: '王伟' },
]
const branches = [{ id: 'b1', name: '县农业农村局党支部' }]
const of = (id: string) => {
  const template = templates.find((one) => one.id === id)
  if (!template) throw new Error(id)
  return template
}
const read = (id: string, rows: Sheet['rows'], more: Partial<Sheet> = {}) =>
  readListFile([{ name: 'Sheet1', rows, merges: [], ...more }], of(id), of(id).fields, {
    ...{ today: TODAY, people, branches },
  })

const titles = [
  '序号',
  '存在问题',
  '责任人',
  '整改时限',
  '完成情况',
  '家庭情况',
  '健康状况',
  '领导意见',
  '牵头部门',
]

test('columns are told by what offices call them; what is private is named and never looked at', () => {
  const file = read('rectification', [
    ['县农业农村局党支部问题整改清单'],
    titles,
    [1, '活动室没有党旗', '李建国', '2026年10月1日', '', '妻子下岗', '高血压', '该同志不积极', '办公室'],
  ])
  expect(file?.taken.map(({ title, field }) => `${title} ${field}`)).toEqual([
    '存在问题 什么问题',
    '责任人 谁来办',
    '整改时限 完成时限',
    '完成情况 办理情况',
  ])
  expect(file?.ignored).toEqual([
    { title: '家庭情况', why: 'sensitive' },
    { title: '健康状况', why: 'sensitive' },
    { title: '领导意见', why: 'remarks' },
    { title: '牵头部门', why: 'unknown' },
  ])
  expect(JSON.stringify(file?.rows)).not.toMatch(/下岗|血压|积极|办公室/)
  expect(file?.rows).toEqual([
    {
      ...{ sheet: 'Sheet1', line: 3, title: '活动室没有党旗', isSkipped: false, wrong: [] },
      cells: [
        { field: 'what', text: '活动室没有党旗' },
        { field: 'owner', pickedIds: ['m1'] },
        { field: 'due', on: '2026-10-01' },
      ],
    },
  ])
})

const row = (...values: Sheet['rows'][number]) =>
  read('rectification', [['问题', '责任人', '时限', '状态'], values])?.rows[0]
const wrongIn = (...values: Sheet['rows'][number]) =>
  row(...values)?.wrong.map(({ label, why }) => `${label} ${why}`)

test.each<[string, Sheet['rows'][number], string[]]>([
  ['a cell is empty', ['没有党旗', '', '2026-10-01'], ['谁来办 missing']],
  ['nobody of that name', ['没有党旗', '赵六', '2026-10-01'], ['谁来办 nobody']],
  ['two of that name', ['没有党旗', '王伟', '2026-10-01'], ['谁来办 several_of_name']],
  ['more than one where one is asked for', ['没有党旗', '李建国、周敏', '2026-10-01'], ['谁来办 too_many']],
  ['no day', ['没有党旗', '李建国', '长期'], ['完成时限 not_a_day']],
  ['a sentence too long', ['旗'.repeat(61), '李建国', '2026-10-01'], ['什么问题 too_long']],
  ['a telephone in it', ['联系13800001234', '李建国', '2026-10-01'], ['什么问题 number_inside']],
  ['a state nobody knows', ['没有党旗', '李建国', '2026-10-01', '再议'], ['办理情况 no_state']],
  ['two at once', ['没有党旗', '赵六', '月底'], ['谁来办 nobody', '完成时限 not_a_day']],
])('%s: the row says which cell and why', (_, values, wrong) => {
  expect(wrongIn(...values)).toEqual(wrong)
})

test.each([
  ['已完成', { state: 'done' }],
  ['已办结 2026-09-20', { state: 'done', stateOn: '2026-09-20' }],
  ['正在整改', { state: 'open' }],
  ['', {}],
])('%s says what became of it', (said, state) => {
  const found = row('没有党旗', '李建国', '2026-10-01', said)
  expect({ state: found?.state, stateOn: found?.stateOn }).toEqual({
    state: undefined,
    stateOn: undefined,
    ...state,
  })
})

test('days as Excel keeps them, and as a Mac counted them', () => {
  const due = (value: Sheet['rows'][number][number], is1904: boolean) =>
    read(
      'rectification',
      [
        ['问题', '责任人', '时限'],
        ['没有党旗', '李建国', value],
      ],
      { is1904 },
    )?.rows[0]?.cells[2]
  expect(due(46_296, false)).toEqual({ field: 'due', on: '2026-10-01' })
  expect(due(46_296 - 1462, true)).toEqual({ field: 'due', on: '2026-10-01' })
  expect(due(new Date('2026-10-01'), false)).toEqual({ field: 'due', on: '2026-10-01' })
})

test('what stands below the table and titles again are passed over; a problem that begins like it is not', () => {
  const file = read('rectification', [
    ['问题', '责任人', '时限'],
    ['负责人不到位', '李建国', '2026-10-01'],
    ['问题', '责任人', '时限'],
    ['填表人：周敏', '', ''],
    ['二、组织方面', '二、组织方面', '二、组织方面'],
  ])
  expect(file?.rows.map(({ isSkipped }) => isSkipped)).toEqual([false, true, true, true])
})

test('发展党员 with a column for each step, or all in one', () => {
  const steps = [
    { step: 'application', on: '2026-01-05' },
    { step: 'first_talk', on: '2026-01-20' },
  ]
  const wide = read('admission', [
    ['姓名', '递交入党申请书', '党组织派人谈话', '推荐和确定入党积极分子'],
    ['赵晓', '2026.1.5', '2026/1/20', ''],
  ])
  const narrow = read('admission', [
    ['姓名', '办到哪一步'],
    ['赵晓', '递交入党申请书 2026-01-05；党组织派人谈话 2026-01-20'],
  ])
  for (const file of [wide, narrow])
    expect(file?.rows[0]).toMatchObject({
      wrong: [],
      cells: [
        { field: 'name', name: '赵晓' },
        { field: 'steps', steps },
      ],
    })
})

test('what has happened lies no later than today', () => {
  const file = read('comparisons', [
    ['哪一种', '日期'],
    ['比技能', '2026-09-23'],
  ])
  expect(file?.rows[0]?.wrong).toEqual([{ label: '哪一天', why: 'day_ahead' }])
})

test('a sheet of another list, a hidden one and one without titles are no list', () => {
  expect(
    read('rectification', [
      ['姓名', '手机'],
      ['李建国', '13800001234'],
    ]),
  ).toBeNull()
  expect(
    read('rectification', [titles, [1, '没有党旗', '李建国', '2026-10-01']], { isHidden: true }),
  ).toBeNull()
})

test('rows in, rows accounted for: of a sheet without titles each is told as passed over, of a hidden one that there is one', () => {
  const table = [titles, [1, '没有党旗', '李建国', '2026-10-01']]
  const sheet = (name: string, rows: Sheet['rows'], more: Partial<Sheet> = {}) => ({
    ...{ name, rows, merges: [] },
    ...more,
  })
  const book = [
    sheet('续表', [[2, '没有制度牌', '周敏', '2026-10-08'], [], ['', '桌椅不够', '周敏', '2026-10-09']]),
    sheet('清单', table),
    sheet('底稿', [], { isHidden: true }),
  ]
  const file = readListFile(book, of('rectification'), of('rectification').fields, {
    ...{ today: TODAY, people, branches },
  })
  expect(file?.rows.map(({ sheet: at, line, title, isSkipped }) => [at, line, title, isSkipped])).toEqual([
    ['续表', 1, '没有制度牌', true],
    ['续表', 3, '桌椅不够', true],
    ['清单', 2, '没有党旗', false],
    ['底稿', 1, '隐藏的工作表', true],
  ])
})
