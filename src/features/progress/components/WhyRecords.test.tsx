import { render, screen } from '@testing-library/react'
import type { Why } from '@domain/contract/progress'
import { WhyRecords } from './WhyRecords'

const records = (many: number, from = 0) =>
  Array.from({ length: many }, (_, i) => ({
    id: `r${from + i}`,
    title: '修好楼道的灯',
    at: 1_790_000_000_000,
  }))

const shown = (over: Pick<Why, 'further'> & { done: number; waiting: number }) => {
  const { done, waiting, further } = over
  const why = {
    line: { done },
    counted: records(Math.min(done, 50)),
    notCounted: records(Math.min(waiting, 50), 1000).map((one) => ({
      ...one,
      reason: 'waiting_confirmation',
    })),
    further,
  } as unknown as Why
  render(<WhyRecords why={why} />)
}

test('a heading says the whole number, and below the lines stands how many more there are', () => {
  shown({ done: 312, waiting: 600, further: { counted: 262, notCounted: 550 } })
  expect(screen.getByText('312')).toBeTruthy()
  expect(screen.getByText('600')).toBeTruthy()
  expect(screen.getByText('还有 262 条没有列出')).toBeTruthy()
  expect(screen.getByText('还有 550 条没有列出')).toBeTruthy()
})

test('where every line is listed nothing is said of further ones', () => {
  shown({ done: 2, waiting: 0, further: undefined })
  expect(screen.queryByText(/没有列出/)).toBeNull()
})
