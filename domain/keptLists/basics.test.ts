import { type BasicRow, basicLists, sitesIn, staffOn } from './basics'
import { templates } from './templates/templates'

const staff = (kind: string, over: Partial<BasicRow> = {}): BasicRow => ({
  ...{ list: 'party_staff', on: '2024-03-01', state: 'holds', stateOn: '2024-03-01' },
  cells: [{ field: 'kind', pickedIds: [kind] }],
  ...over,
})
const site = (name: string, year: number, pickedIds: string[]): BasicRow => ({
  ...{ list: 'sites', on: '2026-06-01', state: '', stateOn: '2026-06-01' },
  cells: [
    { field: 'site', text: name },
    { field: 'year', number: year },
    { field: 'has', pickedIds },
  ],
})
const template = templates.find(({ id }) => id === basicLists.sites)
if (!template) throw new Error('the list of sites is gone')

test('who is in office on the day is counted, 专职 and 兼职 apart; who came later or had left is not', () => {
  const rows = [
    staff('full_time'),
    staff('part_time'),
    staff('full_time', { on: '2027-01-02' }),
    staff('part_time', { state: 'ended', stateOn: '2026-05-01' }),
    // Left after the day.
    staff('part_time', { state: 'ended', stateOn: '2027-01-05' }),
  ]
  expect(staffOn(rows, '2026-12-31')).toEqual({ fullTime: 1, partTime: 2 })
  expect(staffOn([site('活动室', 2026, [])], '2026-12-31')).toBeUndefined()
})

test('each site with what it has by the look of that year, in the words of the list', () => {
  const rows = [site('活动室', 2026, ['place', 'flag']), site('活动室', 2025, []), site('党员之家', 2026, [])]
  expect(sitesIn(rows, 2026, template)).toEqual(['活动室：有场所、有党旗', '党员之家：暂无'])
})

test('the lists and fields that are read here are those that are kept', () => {
  const fieldsOf = (id: string) => templates.find((one) => one.id === id)?.fields.map((field) => field.id)
  expect(fieldsOf(basicLists.staff)).toEqual(expect.arrayContaining(['kind', 'since']))
  expect(fieldsOf(basicLists.sites)).toEqual(expect.arrayContaining(['site', 'year', 'has']))
  const states = templates.find(({ id }) => id === basicLists.staff)?.states?.map(({ id }) => id)
  expect(states).toEqual(['holds', 'ended'])
})
