import { filterOf, groupByMonth, numbersOf, type OwnRecord, standing } from './groupRecords'

const record = (at: string, rest: Partial<OwnRecord> = {}) =>
  ({ id: at, kind: 'attendance', at: Date.parse(`${at}+08:00`), countsTowards: [], ...rest }) as OwnRecord

test('records stand under their Shanghai month, in the order given', () => {
  const groups = groupByMonth([
    record('2026-09-01T00:00:00'),
    record('2026-08-31T23:59:59'),
    record('2026-08-01T00:00:00'),
  ])
  expect(groups.map(({ month, records }) => [month, records.length])).toEqual([
    ['2026-09', 1],
    ['2026-08', 2],
  ])
})

const of = { dutyId: 'community_service', periodKey: '2026-09' }
const service = { label: '社区服务', doneBy: 'service' as const, of }

test('a chip finds its records', () => {
  expect(filterOf(record('2026-09-01T00:00:00'))).toBe('meeting')
  expect(filterOf(record('2026-09-01T00:00:00', { countsTowards: [service] }))).toBe('service')
  expect(filterOf(record('2026-09-01T00:00:00', { service: true, state: 'struck' }))).toBe('service')
  expect(filterOf(record('2026-09-01T00:00:00', { kind: 'make_up' }))).toBe('meeting')
  expect(filterOf(record('2026-09-01T00:00:00', { kind: 'enrolment' }))).toBe('service')
  expect(filterOf(record('2026-09-01T00:00:00', { kind: 'visit' }))).toBe('visit')
  expect(filterOf(record('2026-09-01T00:00:00', { kind: 'deed' }))).toBe('deed')
})

test('what a record counts towards opens, unless it is only recorded', () => {
  const countsTowards = [service, { label: '支委会' }]
  expect(numbersOf({ countsTowards })).toEqual([
    { label: '社区服务', dutyId: 'community_service', periodKey: '2026-09' },
  ])
})

test('a month counts what was done and stands, not what was said of something to come', () => {
  const rows = (['attendance', 'visit', 'enrolment', 'leave', 'excuse'] as const).map((kind) =>
    record('2026-09-24T15:00:00', { kind, state: 'valid' }),
  )
  expect(standing(rows)).toBe(2)
  expect(standing([...rows, record('2026-09-01T00:00:00', { state: 'waiting' })])).toBe(3)
  expect(standing([record('2026-09-01T00:00:00', { state: 'struck' })])).toBe(0)
})
