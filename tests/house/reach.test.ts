import { reachedFrom } from '../../scripts/map/reachedFrom'

/**
 * How many files of the cloud one has to open to understand a use case: what it loads of lib, itself among them, without the SDK and the store, which
 * are known once, and without the pure rules. A number that grows says that it has come to lean on rooms it should not know.
 */
test.each([
  ['a check-in', ['meetings/checkin/openCode', 'meetings/checkin/registerAttendance'], 16],
  ['the sheet of a number', ['counting/progress/whySheet'], 24],
])('%s (%j) is understood from no more than %i files of lib', (_, useCases, most) => {
  const starts = useCases.map((name) => `cloudfunctions/lib/${name}.ts`)
  const opened = reachedFrom(starts).filter((file) => /^cloudfunctions\/lib\/(?!wx\/|store\/)/.test(file))
  expect(opened).toEqual(expect.arrayContaining(starts))
  expect(opened.length <= most ? [] : opened).toEqual([])
})
