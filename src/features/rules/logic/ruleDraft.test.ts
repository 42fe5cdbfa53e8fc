import type { RuleChange } from '@domain/contract/duty'
import {
  allTypes,
  changeOf,
  draftOf,
  faultOf,
  lacksSlot,
  refusedField,
  shownText,
  toggled,
  withSlot,
} from './ruleDraft'

const form: RuleChange = {
  dutyId: 'practical_deed',
  baseVersion: 3,
  minimum: 1,
  text: '每年帮办 {n} 件以上实事。',
  basis: { document: '讲话' },
  options: [],
  inForce: true,
}
const draft = draftOf(form, '件')

test('a person reads 【件数】 where the number stands, and an untouched draft is the form again', () => {
  expect(draft.text).toBe('每年帮办【件数】件以上实事。')
  expect(changeOf(draft, form, '件')).toEqual(form)
  const full: RuleChange = {
    ...form,
    basis: { document: '通知', number: '县直工发〔2026〕3号', article: '第四条' },
    options: ['each_side'],
    branchTypes: ['organ'],
    carries: ['study'],
  }
  expect(changeOf(draftOf(full, '件'), full, '件')).toEqual(full)
})

test('what is typed is trimmed, empty 文号 and 条款 are left out, all types are no restriction', () => {
  const change = changeOf(
    { ...draft, document: ' 通知 ', number: ' ', article: ' 第四条 ', types: allTypes },
    { dutyId: 'practical_deed', baseVersion: 4 },
    '件',
  )
  expect(change).toEqual({ ...form, baseVersion: 4, basis: { document: '通知', article: '第四条' } })
})

test('the sentence is shown as every page will show it', () => {
  expect(shownText({ ...draft, minimum: 3 }, '件')).toBe('每年帮办 3 件以上实事。')
  expect(shownText({ ...draft, minimum: null }, '件')).toBe('每年帮办若干件以上实事。')
})

describe('what keeps it from being looked at', () => {
  test('a sentence with a number must say where it stands; one without need not', () => {
    const bare = { ...draft, text: '每年办实事。' }
    expect(faultOf(draft, '件')).toBeNull()
    expect(faultOf(bare, '件')).toMatchObject({ field: 'text' })
    expect(faultOf({ ...bare, minimum: null }, '件')).toBeNull()
    const put = withSlot(bare, '件')
    expect(put.text).toBe('每年办实事，至少【件数】件。')
    expect([lacksSlot(put, '件'), faultOf(put, '件')]).toEqual([false, null])
  })

  test('a document and a type of branch are needed, unless the rule ends', () => {
    expect(faultOf({ ...draft, document: ' ' }, '件')).toMatchObject({ field: 'document' })
    expect(faultOf({ ...draft, types: [] }, '件')).toMatchObject({ field: 'types' })
    expect(faultOf({ ...draft, document: '', types: [], inForce: false }, '件')).toBeNull()
  })
})

test('what is toggled keeps its order', () => {
  expect(toggled(['c'], 'a', ['a', 'b', 'c'])).toEqual(['a', 'c'])
  expect(toggled(['a', 'c'], 'c', ['a', 'b', 'c'])).toEqual(['a'])
})

test('a refused field is named', () => {
  const refused = (path: string) =>
    refusedField({ ok: false, reason: 'invalid_request', detail: { path } })?.field
  expect([refused('change.basis.number'), refused('change.text'), refused('change.options')]).toEqual([
    'number',
    'text',
    undefined,
  ])
  expect(refusedField({ ok: false, reason: 'rule_changed' })).toBeNull()
})
