import { aDuty } from '../testing/builders'
import { periodByKey } from '../time/period'
import { dutiesFor } from './dutiesFor'

const first = aDuty({ validTo: '2026-09-14' })
const second = aDuty({ _id: 'member_study@2', version: 2, minimum: 2, validFrom: '2026-09-15' })
const versionIn = (key: string) => dutiesFor([second, first], periodByKey(key)).map((duty) => duty.version)

test('a rule edited within a month takes effect with the next one', () => {
  expect(versionIn('2026-09')).toEqual([1])
  expect(versionIn('2026-10')).toEqual([2])
})

test('both days of validity are inclusive', () => {
  const until = aDuty({ validTo: '2026-09-01' })
  const from = aDuty({ version: 2, validFrom: '2026-09-02' })
  expect(dutiesFor([until, from], periodByKey('2026-09'))).toEqual([until])
  expect(dutiesFor([aDuty({ validFrom: '2026-09-01' })], periodByKey('2026-09'))).toHaveLength(1)
})

test('of two versions valid on one day the later holds', () => {
  expect(dutiesFor([aDuty({ version: 3 }), aDuty({ version: 2 })], periodByKey('2026-09'))).toMatchObject([
    { version: 3 },
  ])
})

test('before the first version there is no duty, and a month holds no yearly one', () => {
  expect(versionIn('2025-12')).toEqual([])
  expect(dutiesFor([aDuty({ period: 'year' })], periodByKey('2026-09'))).toEqual([])
})

test('duties stand in register order, whatever the order of the rows', () => {
  const visits = aDuty({ id: 'household_visit', order: 12 })
  expect(dutiesFor([visits, first], periodByKey('2026-09')).map((duty) => duty.id)).toEqual([
    'member_study',
    'household_visit',
  ])
})

test('a version holds from its first day on, whatever the older one says of its end, and one that ends the rule ends it', () => {
  const open = aDuty()
  const later = aDuty({ _id: 'member_study@2', version: 2, validFrom: '2026-10-01' })
  const end = aDuty({ _id: 'member_study@3', version: 3, validFrom: '2026-11-01', validTo: '2026-10-31' })
  const versions = (key: string) =>
    dutiesFor([open, later, end], periodByKey(key)).map(({ version }) => version)
  expect(['2026-09', '2026-10', '2026-11', '2027-01'].map(versions)).toEqual([[1], [2], [], []])
})
