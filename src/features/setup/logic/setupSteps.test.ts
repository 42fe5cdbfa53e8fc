import type { SetupPage } from '@domain/contract/setup'
import { columnOf } from '@domain/registry/columns'
import { fileColumns, setupSteps, stepAtHand } from './setupSteps'

const empty: SetupPage = {
  rules: 22,
  units: 0,
  branches: 0,
  members: 0,
  rightsSeen: false,
  heads: { bound: 0, invited: 0, open: 0, nobody: 0 },
  hasHeld: false,
  root: { id: 'county', name: '县直机关工委' },
}
const atHand = (over: Partial<SetupPage>) => stepAtHand(setupSteps({ ...empty, ...over }))?.key
const textOf = (key: string, over: Partial<SetupPage>) =>
  setupSteps({ ...empty, ...over }).find((step) => step.key === key)?.text

test.each([
  ['organisations', {}],
  ['organisations', { members: 3 }],
  ['members', { branches: 62 }],
  ['rights', { branches: 62, members: 1046 }],
  ['heads', { branches: 62, members: 1046, rightsSeen: true }],
  ['meeting', { branches: 1, members: 4, rightsSeen: true, heads: { ...empty.heads, bound: 1, invited: 3 } }],
  [
    undefined,
    { branches: 1, members: 4, rightsSeen: true, hasHeld: true, heads: { ...empty.heads, bound: 1 } },
  ],
])('the step at hand is %s, when so much stands: %j', (key, over) => {
  expect(atHand(over)).toBe(key)
})

test('inviting goes on while a branch with somebody to invite has no code, and where nobody has come yet', () => {
  const settled = { branches: 3, members: 4, rightsSeen: true }
  expect(atHand({ ...settled, heads: { bound: 1, invited: 0, open: 1, nobody: 1 } })).toBe('heads')
  expect(atHand({ ...settled, heads: { bound: 0, invited: 3, open: 0, nobody: 0 } })).toBe('heads')
  expect(atHand({ ...settled, heads: { bound: 1, invited: 1, open: 0, nobody: 1 } })).toBe('meeting')
})

test('a step that is done folds to what stands there', () => {
  expect(textOf('organisations', { units: 48, branches: 62 })).toBe('48 个单位、62 个支部')
  expect(textOf('heads', { branches: 62, heads: { bound: 23, invited: 31, open: 0, nobody: 8 } })).toBe(
    '已绑定 23，已邀请 31，名册里没有书记 8',
  )
})

test('the columns a file is said to need are columns that the import reads', () => {
  const named = Object.values(fileColumns).flatMap(({ needed, welcome }) => [...needed, ...welcome])
  expect(named.filter((title) => columnOf(title).is !== 'field')).toEqual([])
})
