import { reachedFrom } from '../../scripts/map/reachedFrom'

/**
 * How many files of the cloud one has to open to understand one use case: what it reaches in lib, types too, without the SDK and the store, which are
 * known once, and without the pure rules. A number that grows says that a use case has come to lean on rooms it should not know.
 */
const opened = (useCase: string): string[] =>
  reachedFrom(`cloudfunctions/lib/${useCase}.ts`).filter((file) =>
    /^cloudfunctions\/lib\/(?!wx\/|store\/)/.test(file),
  )

test.each([
  ['a check-in', 'meetings/checkin/registerAttendance', 16],
  ['the sheet of a number', 'counting/progress/whySheet', 25],
])('%s is understood from %s and no more than %i files of lib', (_, useCase, most) => {
  const files = opened(useCase)
  expect(files).toContain(`cloudfunctions/lib/${useCase}.ts`)
  expect(files.length <= most ? [] : files).toEqual([])
})
