import { at } from '../testing/at'
import { aMember } from '../testing/builders'
import { calendar } from '../testing/workYears'
import { dueWaiting, waitingItems, waitingKey } from './dueWaiting'
import { waitingFields } from './messageFields'
import { templatesFor } from './templatesFor'
import { type Answerer, askedAs, type Waits, waitsFor } from './waits'

const aWait = (since: string, overrides: Partial<Waits> = {}): Waits => ({
  what: 'visit',
  askedOf: 'village1',
  since: at(since),
  not: ['m4'],
  ...overrides,
})

const isDue = (now: string, waits: Waits[], lastAt?: string) =>
  dueWaiting({
    waits,
    lastAt: lastAt === undefined ? undefined : at(lastAt),
    now: at(now),
    calendar,
  }).length > 0

test.each([
  // Wednesday 16 September: told on Thursday the 17th, and again on Monday the 21st, the third workday.
  ['2026-09-16 20:05', undefined, false],
  ['2026-09-17 07:59', undefined, false],
  ['2026-09-17 08:05', undefined, true],
  ['2026-09-17 20:59', undefined, true],
  ['2026-09-17 21:00', undefined, false],
  ['2026-09-18 08:05', '2026-09-17 08:05', false],
  ['2026-09-19 10:05', undefined, false],
  ['2026-09-20 10:05', undefined, true],
  ['2026-09-21 08:05', '2026-09-17 08:05', true],
  ['2026-09-21 09:05', '2026-09-21 08:05', false],
  ['2026-09-22 08:05', '2026-09-21 08:05', false],
  ['2026-12-31 08:05', '2026-09-21 08:05', false],
  // Nobody could be reached until today: told once, however long it waits.
  ['2026-12-31 08:05', undefined, true],
])('what waits since Wednesday is told at %s, last told %s: %s', (now, lastAt, expected) => {
  expect(isDue(now, [aWait('2026-09-16 10:00')], lastAt)).toBe(expected)
})

test('over 国庆 nothing is told; what began to wait on the last evening comes with the first workday', () => {
  const waits = [aWait('2026-09-30 22:00')]
  for (const day of ['2026-10-01', '2026-10-05', '2026-10-07'])
    expect(isDue(`${day} 10:05`, waits)).toBe(false)
  expect(isDue('2026-10-08 08:05', waits)).toBe(true)
})

test('at the end of the year it goes on as ever: of 31 December on 4 January, since the 1st to the 3rd are free', () => {
  expect(isDue('2027-01-01 10:05', [aWait('2026-12-31 10:00')])).toBe(false)
  expect(isDue('2027-01-04 10:05', [aWait('2026-12-31 10:00')])).toBe(true)
})

test('one word says all of it, also what came later; answered in between, nothing is left to say', () => {
  const waits = [aWait('2026-09-16 10:00'), aWait('2026-09-17 07:00', { what: 'deed' })]
  const word = dueWaiting({ waits, lastAt: undefined, now: at('2026-09-17 08:05'), calendar })
  expect(waitingItems(word).map(({ label, missing }) => [label, missing])).toEqual([
    ['入户走访', 1],
    ['办实事', 1],
  ])
  expect(isDue('2026-09-17 08:05', [])).toBe(false)
  // The later one has its own first day.
  expect(isDue('2026-09-18 08:05', waits, '2026-09-17 08:05')).toBe(true)
})

test('the message says how many, which, and since when', () => {
  const waits = [
    aWait('2026-09-16 10:00'),
    aWait('2026-09-15 10:00'),
    aWait('2026-09-16 10:00', { what: 'binding' }),
  ]
  expect(
    waitingFields(waits, { id: 'T', title: 'thing1', list: 'thing2', hint: 'thing3', since: 'date4' }),
  ).toEqual({
    thing1: { value: '3 件事等您确认' },
    thing2: { value: '微信登记 1 人、入户走访 2 次' },
    thing3: { value: '请在工作里答复' },
    date4: { value: '2026年9月15日' },
  })
  expect(waitingKey('m1', at('2026-09-16 10:00'))).toBe('waiting_m1_2026-09-16')
})

describe('for whom it waits', () => {
  const today = '2026-09-22'
  const officer: Answerer = {
    name: 'm2',
    member: aMember({
      _id: 'm2',
      posts: [
        { post: 'organisation_officer', organisationId: 'branch1', from: '2026-01-01' },
        { post: 'group_leader', organisationId: 'group1', from: '2026-01-01' },
        { post: 'theory_group_member', organisationId: 'unit1', from: '2026-01-01' },
      ],
    }),
  }
  const contact: Answerer = {
    name: 'outside:1',
    grants: [{ role: 'village_contact', organisationId: 'village1', from: '2026-01-01', to: '2026-09-30' }],
  }
  const plain: Answerer = { name: 'm4', member: aMember({ _id: 'm4' }) }

  test('whoever is asked by name, runs it, works there or sits in the 中心组; a group leader answers nothing', () => {
    expect(askedAs(officer, today)).toEqual(['m2', 'branch1', 'unit1'])
    expect(askedAs(contact, today)).toEqual(['village1'])
    expect(askedAs(contact, '2026-10-01')).toEqual([])
  })

  test('never what is about oneself or was entered by oneself', () => {
    const own = aWait('2026-09-16 10:00', { askedOf: 'branch1', what: 'word', not: ['m2', 'm1'] })
    const others = aWait('2026-09-16 10:00', { askedOf: 'branch1', what: 'word' })
    expect(waitsFor(officer, [own, others], today)).toEqual([others])
    expect(waitsFor(contact, [others, aWait('2026-09-16 10:00')], today)).toHaveLength(1)
    expect(waitsFor(plain, [others], today)).toEqual([])
  })

  test('and who may be told so by WeChat: members of meetings and gaps, whoever answers of what waits', () => {
    expect(templatesFor(plain, today)).toEqual(['meeting', 'month_gap'])
    expect(templatesFor(officer, today)).toEqual(['meeting', 'month_gap', 'waiting'])
    expect(templatesFor(contact, today)).toEqual(['waiting'])
  })
})
