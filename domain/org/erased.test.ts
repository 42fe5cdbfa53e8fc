import { aMember } from '../testing/builders'
import { erased } from './erased'

const today = '2026-09-22'
const at = Date.parse('2026-09-22T10:00:00+08:00')
const shell = (overrides = {}) => erased(aMember({ _id: 'm1', ...overrides }), today, at, 'random')

test('of a person nothing is left, and what another part adds later goes too', () => {
  const left = shell({
    name: '周敏',
    phoneTail: '7391',
    phoneHash: 'c0ffee',
    otherPosts: '党组书记',
    normalisedName: '周敏',
    registerVersion: 3,
  })
  expect(JSON.stringify(left)).not.toMatch(/周敏|7391|c0ffee|党组|community1|a1"|1111/)
  expect(left).toMatchObject({ _id: 'm1', name: '已删除的同志', erasedAt: at, codeKey: 'random' })
})

test('whoever is still on the register was on it until yesterday (inclusive)', () => {
  expect(shell().memberships).toMatchObject([{ branchId: 'branch1', to: '2026-09-21' }])
})

test('whoever has left keeps the last day there was', () => {
  const memberships = [{ branchId: 'branch1', from: '2020-01-01', to: '2026-06-30' }]
  const left = { on: '2026-06-30', why: 'ended' as const }
  expect(shell({ memberships, left })).toMatchObject({ memberships })
  expect(shell({ memberships, left })).not.toHaveProperty('left')
})

test('exemptions that lifted a duty stay as category and dates; asked for and declined ones go', () => {
  const exemptions = [
    { exemptionId: 'e1', category: 'abroad' as const, from: '2026-01-01', to: '2026-02-28', setBy: 'm2' },
    { category: 'health' as const, from: '2026-03-01', state: 'asked' as const },
    { category: 'health' as const, from: '2026-03-01', state: 'declined' as const },
  ]
  expect(shell({ exemptions }).exemptions).toEqual([
    { category: 'abroad', from: '2026-01-01', to: '2026-02-28' },
  ])
})
