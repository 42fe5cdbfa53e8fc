import { communityRegister, communityRegisterText } from './communityRegister'
import { receiptLines, receiptPaper } from './receipt'

const registered = {
  ...{ kind: 'unit' as const, community: { id: 'c1', name: '凤凰社区' }, from: '2026-09-21' },
  receipt: { number: '2026-0417', askedOn: '2026-09-20', by: '方晓云' },
}
const of = { name: '周敏', branch: '农业农村局第一支部', registered }

test('the receipt says the same by line and in Word', () => {
  const lines = receiptLines(of)
  expect(lines).toEqual([
    ['姓名', '周敏'],
    ['所在支部', '农业农村局第一支部'],
    ['报到社区', '凤凰社区'],
    ['类别', '单位所在地'],
    ['报到日期', '2026年9月20日'],
    ['社区接收', '方晓云，2026年9月21日'],
  ])
  const text = JSON.stringify(receiptPaper(of))
  for (const [label, value] of lines)
    expect([text.includes(label), text.includes(value)]).toEqual([true, true])
  expect(text).toContain('兹收到农业农村局第一支部党员周敏同志到凤凰社区报到。')
})

test('whoever accepted it and is not there any more has no name on it', () => {
  const { by: _, ...receipt } = registered.receipt
  expect(receiptLines({ ...of, registered: { ...registered, receipt } }).at(-1)).toEqual([
    '社区接收',
    '2026年9月21日',
  ])
})

test('the register has a row for each registration, with 服务意向 left to the hand; Excel and Word say the same', () => {
  const row = {
    name: '周敏',
    unit: '农业农村局',
    branch: '第一支部',
    kind: 'home' as const,
    from: '2026-09-21',
  }
  const asked = { community: '凤凰社区', today: '2026-09-22', rows: [{ ...row, askedOn: '2026-09-20' }, row] }
  const [sheet] = communityRegister(asked).sheets
  expect(sheet?.rows).toEqual([
    [1, '周敏', '农业农村局', '第一支部', '居住地', '', '2026-09-20', '2026-09-21'],
    [2, '周敏', '农业农村局', '第一支部', '居住地', '', '', '2026-09-21'],
  ])
  const table = communityRegisterText(asked).blocks.find(({ is }) => is === 'table')
  expect(table).toMatchObject({ rows: sheet?.rows.map((cells) => cells.map(String)) })
})
