import { render } from '@testing-library/react'
import { Matrix, type MatrixCell } from './Matrix'

const cell = (key: string, text: string): MatrixCell => ({ key, state: 'missing', text, label: text })
const columns = ['study', 'service', 'visit'].map((key) => ({ key, label: key }))

const texts = (cells: MatrixCell[]) => {
  const { container } = render(
    <Matrix columns={columns} rows={[{ id: 'm1', name: '赵海燕', cells }]} onCell={() => undefined} />,
  )
  return [...container.querySelectorAll('#row-m1 .mx-c')].map(({ textContent }) => textContent)
}

test('a cell stands under the column of its key, whatever order the cells come in', () => {
  expect(texts([cell('visit', '差 2'), cell('study', '差 1'), cell('service', '差 3')])).toEqual([
    '差 1',
    '差 3',
    '差 2',
  ])
})

test('a column that does not concern the member stays empty', () => {
  expect(texts([cell('visit', '差 2'), cell('study', '差 1')])).toEqual(['差 1', '', '差 2'])
})
