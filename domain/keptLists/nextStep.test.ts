import { nextStep } from './nextStep'
import { admissionSteps } from './templates/admissionSteps'

const days = (...taken: [string, string][]) => taken.map(([step, on]) => ({ step, on }))

test('the first step comes first, and the rule names no time for it', () => {
  expect(nextStep(admissionSteps, [])).toEqual({ label: '递交入党申请书' })
})

test('within a month of the application somebody talks', () => {
  expect(nextStep(admissionSteps, days(['application', '2026-01-31']))).toEqual({
    label: '党组织派人谈话',
    when: { on: '2026-02-28', is: 'by' },
  })
})

test('a candidate is named a year after having become an activist, not before', () => {
  const taken = days(
    ['application', '2025-01-10'],
    ['first_talk', '2025-02-01'],
    ['activist', '2025-07-01'],
    ['activist_filed', '2025-07-05'],
    ['contacts', '2025-07-05'],
    ['trained', '2026-06-30'],
  )
  expect(nextStep(admissionSteps, taken)).toEqual({
    label: '确定发展对象',
    when: { on: '2026-07-01', is: 'from' },
  })
})

test('when every step has its day nothing is next', () => {
  expect(
    nextStep(
      admissionSteps,
      admissionSteps.map(({ id }) => ({ step: id, on: '2026-01-01' })),
    ),
  ).toBeUndefined()
})
