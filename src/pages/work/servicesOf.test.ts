import { servicesOf, type WorkService } from './servicesOf'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const service = (id: string, state: string, startsAt: string): WorkService => ({
  id,
  title: id,
  startsAt: at(startsAt),
  place: '',
  state,
  enrolled: 0,
  confirmed: 0,
  pending: 0,
})
const coming = service('周六', 'published', '2026-09-26T09:00')
const evening = service('晚上', 'published', '2026-09-22T19:00')
const afternoon = service('下午', 'published', '2026-09-22T16:00')
const past = service('上周', 'closed', '2026-09-19T09:00')

test('the next one of today stands first, the others keep their order', () => {
  const { first, quiet } = servicesOf([coming, evening, afternoon, past], '2026-09-22')
  expect(first).toBe(afternoon)
  expect(quiet).toEqual([coming, evening, past])
})

test('what wants something of the staff stands apart: who waits, whether it took place, a 补录', () => {
  const waiting = { ...past, pending: 3 }
  const unopened: WorkService = { ...past, id: '没开', todo: 'unopened' }
  const late: WorkService = { ...past, id: '补录', late: 'waiting' }
  const { asking, quiet } = servicesOf([coming, waiting, unopened, late], '2026-09-23')
  expect(asking).toEqual([waiting, unopened, late])
  expect(quiet).toEqual([coming])
})

test('what is open goes before what is to come today', () => {
  const open = service('进行', 'open', '2026-09-22T14:00')
  expect(servicesOf([evening, open], '2026-09-22').first).toBe(open)
})

test('on another day none stands first', () => {
  expect(servicesOf([coming, past], '2026-09-23').first).toBeUndefined()
})
