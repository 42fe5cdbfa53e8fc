import { render } from '@testing-library/react'
import type { FileRow } from '@domain/contract/keptLists'
import { FileRows } from './FileRows'

const row = (sheet: string, line: number): FileRow => ({
  ...{ sheet, line, title: '活动室没有党旗', text: '', wrong: [] },
  verdict: 'refuse',
})

test('the second line of two sheets is two rows, each with a name of its own', () => {
  const { container } = render(<FileRows rows={[row('上半年', 2), row('上半年', 3), row('下半年', 2)]} />)
  const ids = [...container.querySelectorAll('.cell')].map(({ id }) => id)
  expect(ids).toHaveLength(3)
  expect(new Set(ids).size).toBe(3)
})
