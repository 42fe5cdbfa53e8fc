import type { Organisation } from '../org/organisation'
import { treeOf } from '../org/tree'
import type { OrganisationEntry } from './entry'
import { judgeOrganisation } from './judgeOrganisation'
import { placesOf } from './places'

const today = '2026-09-22'
const node = (
  overrides: Partial<Organisation> & Pick<Organisation, '_id' | 'type' | 'name'>,
): Organisation => ({
  parentId: 'root',
  order: 1,
  validFrom: '2020-01-01',
  ...overrides,
})
const places = placesOf(
  treeOf([
    node({ _id: 'root', type: 'work_committee', name: '县直机关工委', parentId: null }),
    node({ _id: 'unit', type: 'unit', name: '县财政局党组' }),
    node({
      _id: 'branch',
      type: 'branch',
      name: '县财政局党支部',
      parentId: 'unit',
      termEndsOn: '2026-12-31',
    }),
    node({ _id: 'group', type: 'group', name: '第一党小组', parentId: 'branch' }),
    node({ _id: 'gone', type: 'branch', name: '县粮食局党支部', validTo: '2025-12-31' }),
  ]),
  today,
)
const judge = (entry: OrganisationEntry) => judgeOrganisation(entry, places, today)

test('the root is the one there is, whatever the file calls it', () => {
  expect(judge({ name: '中共某县直属机关工作委员会', type: 'work_committee' })).toMatchObject({
    verdict: 'same',
  })
})

test('a group is found by its full name, and added under its short one', () => {
  const group = { type: 'group', parent: '县财政局党支部' } as const
  expect(judge({ ...group, name: '县财政局党支部第1党小组' }).verdict).toBe('same')
  const added = judge({ ...group, name: '县财政局党支部第二党小组' })
  expect(added).toMatchObject({ verdict: 'add', next: { name: '第二党小组', parentId: 'branch' } })
})

test('what differs is changed, what the file leaves open stays', () => {
  const found = { name: '中共县财政局支部委员会', type: 'branch', parent: '县财政局党组' } as const
  expect(judge(found).verdict).toBe('same')
  expect(judge({ ...found, termEndsOn: '2029-12-31', hasCommittee: true })).toMatchObject({
    verdict: 'change',
    changes: [
      { field: 'termEndsOn', before: '2026-12-31', after: '2029-12-31' },
      { field: 'hasCommittee', before: '', after: '是' },
    ],
  })
})

test('what stands elsewhere is not moved, what has ended is founded anew', () => {
  const root = { type: 'branch', parent: '县直机关工委' } as const
  expect(judge({ ...root, name: '县财政局党支部' })).toMatchObject({
    verdict: 'refuse',
    reasons: ['other_parent'],
  })
  expect(judge({ ...root, name: '县粮食局党支部' }).verdict).toBe('add')
})

test.each<[string, OrganisationEntry]>([
  ['an unknown parent', { name: '县水利局党支部', type: 'branch', parent: '县水利局党组' }],
  ['a branch at the top', { name: '县水利局党支部', type: 'branch' }],
  ['a group under a unit', { name: '第三党小组', type: 'group', parent: '县财政局党组' }],
  ['a unit under a branch', { name: '县水利局党组', type: 'unit', parent: '县财政局党支部' }],
])('%s is refused', (_, entry) => {
  expect(judge(entry)).toMatchObject({ verdict: 'refuse', reasons: ['unknown_parent'] })
})
