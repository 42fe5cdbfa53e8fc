import { emptyDraft, faultOf, householdText, toSave, withValue } from './memberDraft'

const draft = emptyDraft('2026-09-22')

test('a number typed whole is sent whole beside its last four digits, four digits alone', () => {
  expect(toSave({ ...draft.form, phoneTail: '13800001234' })).toMatchObject({
    phoneTail: '1234',
    phone: '13800001234',
  })
  expect(toSave({ ...draft.form, phoneTail: '1234' })).not.toHaveProperty('phone')
})

test('whom the register has no number of may be changed without one; nobody loses a number by it', () => {
  const none = { ...draft, form: { ...draft.form, name: '高山' } }
  expect(faultOf(none, { ...none.form, phoneTail: '' })).toBeNull()
  expect(faultOf(none, { ...none.form, phoneTail: '1234' })?.field).toBe('phoneTail')
})

test('a name and four digits or a whole number are asked for, the name first', () => {
  expect(faultOf(draft)?.field).toBe('name')
  expect(faultOf({ ...draft, form: { ...draft.form, name: '高山', phoneTail: '13800001234' } })).toBeNull()
  expect(faultOf({ ...draft, form: { ...draft.form, name: '高山', phoneTail: '12800001234' } })?.field).toBe(
    'phoneTail',
  )
  expect(faultOf({ ...draft, form: { ...draft.form, name: '高山', phoneTail: '123' } })?.field).toBe(
    'phoneTail',
  )
  expect(faultOf({ ...draft, form: { ...draft.form, name: '高山', phoneTail: '0123' } })).toBeNull()
})

test('a 联系点 goes with the county leader’s mark', () => {
  const leader = { ...draft.form, cadre: 'county' as const, contactBranchIds: ['b1'] }
  expect(withValue(leader, 'groupId', 'g1').contactBranchIds).toEqual(['b1'])
  const after = withValue(leader, 'cadre', undefined)
  expect(after.contactBranchIds).toEqual([])
  expect('cadre' in after).toBe(false)
})

test('households are named by village and number, those out of reach counted', () => {
  const choices = {
    groups: [],
    communities: [],
    branches: [],
    households: [{ id: 'h1', number: '01', village: '青山村' }],
  }
  expect(householdText(draft.form, choices)).toBeNull()
  expect(householdText({ ...draft.form, householdIds: ['h1', 'h9'] }, choices)).toBe('青山村 01、另 1 户')
})
