import { verdict } from '@domain/contract/imports'
import { changeLines, lineText, verdictOrder, wouldChange } from './importWords'

const change = (field: string, before: string, after: string) => ({ field, before, after })

test('a change says what was and what will be, nothing stays blank', () => {
  const changes = [change('group', '第一党小组', '第二党小组'), change('post', '', '组织委员')]
  expect(changeLines({ verdict: 'change', changes })).toEqual([
    '党小组：第一党小组 → 第二党小组',
    '党内职务：没有 → 组织委员',
  ])
})

test('somebody new is told without repeating name and branch', () => {
  const changes = [
    change('name', '', '高山'),
    change('branch', '', '甲支部'),
    change('standing', '', '正式党员'),
  ]
  expect(changeLines({ verdict: 'add', changes })).toEqual(['正式党员'])
  expect(changeLines({ verdict: 'add', changes: [] })).toEqual([])
})

test('every verdict has its filter: what cannot be taken first, then what is asked, what was passed over last', () => {
  expect([...verdictOrder].sort()).toEqual([...verdict.options].sort())
  expect(verdictOrder.slice(0, 3)).toEqual(['refuse', 'ask', 'flawed'])
  expect(verdictOrder[verdictOrder.length - 1]).toBe('skip')
})

test('of somebody new a number says what it is, and the hash of a telephone is no word', () => {
  const changes = [change('name', '', '高山'), change('phone', '', '1234'), change('phoneHash', '', '能')]
  expect(changeLines({ verdict: 'flawed', changes })).toEqual(['手机尾号 1234'])
})

test('only what is added or changed counts as something to do', () => {
  expect(wouldChange({ totals: { add: 2, change: 1, flawed: 4, same: 40, ask: 3 } })).toBe(7)
  expect(wouldChange({ totals: {} })).toBe(0)
})

test('a line is named with its sheet only where the sheet has a name', () => {
  expect(lineText({ sheet: '1', line: 3 })).toBe('第 3 行')
  expect(lineText({ sheet: '党员', line: 3 })).toBe('党员 第 3 行')
})
