import { aMember } from '../testing/builders'
import { applyForm, formOf } from './applyForm'

const today = '2026-09-22'
const member = aMember({
  cadre: 'county',
  households: [
    { householdId: 'h1', from: '2026-01-01' },
    { householdId: 'h2', from: '2025-01-01', to: '2025-12-31' },
  ],
  contactPoints: [{ branchId: 'branch3', from: '2026-01-01' }],
})
const form = formOf(member, today)

test('the form of a member, applied, changes nothing', () => {
  expect(applyForm(member, form, today)).toEqual(member)
  expect(form).toMatchObject({ householdIds: ['h1'], contactBranchIds: ['branch3'], groupId: 'group1' })
})

test('links named begin today, those left out end with yesterday, those of before stay', () => {
  const after = applyForm(member, { ...form, householdIds: ['h3', 'h2'] }, today)
  expect(after.households).toEqual([
    { householdId: 'h1', from: '2026-01-01', to: '2026-09-21' },
    { householdId: 'h2', from: '2025-01-01', to: '2025-12-31' },
    { householdId: 'h3', from: today },
    { householdId: 'h2', from: today },
  ])
})

test('what is left empty is taken away; 联系点 are a county leader’s alone', () => {
  const { cadre: _, groupId: __, communityId: ___, ...plain } = form
  const after = applyForm(member, plain, today)
  expect(after).not.toHaveProperty('cadre')
  expect(after.communities).toEqual([
    { communityId: 'community1', kind: 'unit', from: '2020-01-01', to: '2026-09-21' },
  ])
  expect(after.contactPoints).toEqual([{ branchId: 'branch3', from: '2026-01-01', to: '2026-09-21' }])
  expect(after.memberships[1]).toEqual({ branchId: 'branch1', from: today })
})
