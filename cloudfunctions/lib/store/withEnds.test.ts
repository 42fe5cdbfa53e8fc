import { aDuty } from '@domain/testing/builders'
import { withEnds } from './withEnds'

const version = (number: number, validFrom: string, overrides = {}) =>
  aDuty({ _id: `member_study@${number}`, version: number, validFrom, ...overrides })
const endsOf = (...versions: ReturnType<typeof version>[]) => withEnds(versions).map(({ validTo }) => validTo)

test('a version ends on the day before a later one begins, whatever their order', () => {
  expect(endsOf(version(2, '2026-10-01'), version(1, '2026-01-01'))).toEqual([undefined, '2026-09-30'])
})

test('one that was replaced before it began ends before it begins; the one in force ends once', () => {
  const versions = [version(1, '2026-01-01'), version(2, '2026-10-01'), version(3, '2026-10-01')]
  expect(endsOf(...versions)).toEqual(['2026-09-30', '2026-09-30', undefined])
})

test('the end of a rule ends the version before it and keeps its own', () => {
  const end = version(2, '2026-10-01', { validTo: '2026-09-30' })
  expect(endsOf(version(1, '2026-01-01'), end)).toEqual(['2026-09-30', '2026-09-30'])
})

test('another rule’s versions end nothing', () => {
  expect(endsOf(version(1, '2026-01-01'), version(2, '2026-10-01', { id: 'dues' }))).toEqual([
    undefined,
    undefined,
  ])
})
