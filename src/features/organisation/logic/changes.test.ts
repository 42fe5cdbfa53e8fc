import { type ChangeDraft, changeOf, faultOf, parentsFor } from './changes'

const draft: ChangeDraft = {
  on: '2026-10-01',
  type: 'branch',
  name: ' 新支部 ',
  parentId: 'unit1',
  branchType: 'organ',
  countsOnly: false,
  headcount: '',
  chosen: [],
}

test('what is missing is told, the name before the parent', () => {
  expect(faultOf('found', { ...draft, name: ' ', parentId: null })?.field).toBe('name')
  expect(faultOf('found', { ...draft, parentId: null })?.field).toBe('parent')
  expect(faultOf('found', { ...draft, type: 'village', parentId: null })).toBeNull()
  expect(faultOf('merge', draft)?.field).toBe('chosen')
  expect(faultOf('split', draft)?.field).toBe('chosen')
  expect(faultOf('edit', { ...draft, headcount: '12人' })?.field).toBe('headcount')
  expect(faultOf('dissolve', { ...draft, name: '' })).toBeNull()
})

test('only a branch has a type and keeps its names', () => {
  expect(changeOf('found', '', draft, true)).toEqual({
    what: 'found',
    type: 'branch',
    parentId: 'unit1',
    name: '新支部',
    branchType: 'organ',
    countsOnly: false,
  })
  expect(changeOf('edit', 'u1', { ...draft, headcount: '45' }, false)).toEqual({
    what: 'edit',
    organisationId: 'u1',
    name: '新支部',
    headcount: 45,
  })
  expect(changeOf('found', '', { ...draft, type: 'village' }, false)).toMatchObject({ parentId: null })
})

test('a branch is moved neither into itself nor to where it stands already; a new one may stand under every one', () => {
  const node = (id: string, type: string, parentId: string | null) => ({ id, type, parentId }) as never
  const nodes = [
    node('root', 'work_committee', null),
    node('u1', 'unit', 'root'),
    node('u2', 'unit', 'root'),
    node('b1', 'branch', 'u1'),
  ]
  const ids = (moving?: { id: string; parentId: string | null }) =>
    parentsFor(nodes, 'branch', moving).map(({ id }) => id)
  expect(ids({ id: 'b1', parentId: 'u1' })).toEqual(['root', 'u2'])
  expect(ids()).toEqual(['root', 'u1', 'u2'])
})
