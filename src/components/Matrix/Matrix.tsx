import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { ProgressState } from '@domain/progress/progress'
import { aria } from '@/platform/aria'
import { Icon } from '../Icon/Icon'
import './Matrix.css'

export interface MatrixColumn {
  key: string
  label: string
  /** 1 次 */
  sub?: string
}
export interface MatrixCell {
  key: string
  state: ProgressState
  /** 差 1, 不要求, 待确认; not shown where a tick or a clock says it. */
  text: string
  /** 赵海燕，帮扶走访，还差 1 次 */
  label: string
}
export interface MatrixRow {
  id: string
  name: string
  sub?: string
  /** In any order: each stands under the column of its key; a column without one stays empty. */
  cells: readonly MatrixCell[]
}

interface Props {
  columns: readonly MatrixColumn[]
  /** In the order of the register. */
  rows: readonly MatrixRow[]
  onCell: (rowId: string, columnKey: string) => void
  onRow?: (rowId: string) => void
  /** First column's heading. */
  heading?: string
}

function Mark({ state, text }: MatrixCell): ReactNode {
  switch (state) {
    case 'done':
      return <Icon name="check" tone="pine" size={22} />
    case 'missing':
      return <View className="mx-miss">{text}</View>
    case 'not_owed':
    case 'waiting':
    case 'planned':
      return <View className="mx-ex">{text}</View>
    case 'recorded':
      return <View className="mx-rec">{text}</View>
  }
}

/** People × duties. The heading stays while the page scrolls; every cell opens its reasons. */
export function Matrix({ columns, rows, onCell, onRow, heading = '' }: Props) {
  return (
    <View className="mx-root">
      <View className="mx mx-head">
        <View className="mx-n mx-h">{heading}</View>
        {columns.map(({ key, label, sub }) => (
          <View className="mx-c mx-h" key={key}>
            <View>{label}</View>
            {sub && <View>{sub}</View>}
          </View>
        ))}
      </View>
      {rows.map((row) => (
        <View className="mx" key={row.id} id={`row-${row.id}`}>
          <View className="mx-n" onClick={onRow && (() => onRow(row.id))}>
            <View className="mx-name">{row.name}</View>
            {row.sub && <View className="mx-sub">{row.sub}</View>}
          </View>
          {columns.map(({ key }) => {
            const cell = row.cells.find((each) => each.key === key)
            if (!cell) return <View className="mx-c" key={key} />
            return (
              <View
                className="mx-c"
                key={key}
                id={`cell-${row.id}-${key}`}
                onClick={() => onCell(row.id, key)}
                {...aria(cell.label, 'button')}
              >
                <Mark {...cell} />
              </View>
            )
          })}
        </View>
      ))}
    </View>
  )
}
