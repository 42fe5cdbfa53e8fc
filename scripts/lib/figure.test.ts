import { figure, isBroken, quantile } from './figure'

it('a value on its budget keeps it, one above breaks it', () => {
  expect(isBroken(figure('x', 4, 'calls', 4))).toBe(false)
  expect(isBroken(figure('x', 4.01, 'calls', 4))).toBe(true)
})

it('a figure that wants to be high is broken below its budget', () => {
  expect(isBroken({ ...figure('x', 9, 'a second', 10), better: 'higher' })).toBe(true)
  expect(isBroken({ ...figure('x', 10, 'a second', 10), better: 'higher' })).toBe(false)
})

it('a figure without budget is never broken, one that is no number always', () => {
  expect(isBroken(figure('x', 1e9, 'ms'))).toBe(false)
  expect(isBroken(figure('x', Number.NaN, 'ms'))).toBe(true)
})

it('quantiles of nothing are no number, of one sample the sample', () => {
  expect(quantile([], 0.5)).toBeNaN()
  expect(quantile([7], 0.99)).toBe(7)
  expect(quantile([3, 1, 2], 0.5)).toBe(2)
})
