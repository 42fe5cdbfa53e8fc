import { ScrollView, View } from '@tarojs/components'
import { type ReactNode, useMemo, useState } from 'react'
import type { ProgressState } from '@domain/contract/words'
import { aria } from '@/platform/aria'
import { useElder } from '@/platform/useElder'
import { classes } from '../classes'
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
  /** Missing, and its last week is still ahead. */
  calm?: boolean
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

function Mark({ state, text, calm }: MatrixCell): ReactNode {
  switch (state) {
    case 'done':
      return <Icon name="check" tone="pine" size={22} />
    case 'missing':
      return <View className={calm ? 'mx-rec' : 'mx-miss'}>{text}</View>
    case 'not_owed':
    case 'waiting':
    case 'planned':
      return <View className="mx-ex">{text}</View>
    case 'not_held':
      return <View className="mx-held">{text}</View>
    case 'recorded':
      return <View className="mx-rec">{text}</View>
  }
}

/** What fits beside the names without scrolling. */
const fitting = { normal: 4, elder: 3 }

/** People × duties. The heading stays while the page scrolls, the names while the table is drawn aside; every cell opens its reasons. */
export function Matrix({ columns, rows, onCell, onRow, heading = '' }: Props) {
  const { elder } = useElder()
  const [left, setLeft] = useState(0)
  const wide = columns.length > (elder ? fitting.elder : fitting.normal)
  // Drawing the table aside moves the heading at every step and leaves the rows as they are.
  const body = useMemo(
    () => rows.map((row) => <Row key={row.id} {...{ row, columns, onCell, onRow }} />),
    [rows, columns, onCell, onRow],
  )
  return (
    <View className={classes('mx-root', wide && 'mx-wide')}>
      <View className="mx-top">
        <Sideways wide={wide} left={left}>
          <View className="mx mx-head">
            <View className="mx-n mx-h">{heading}</View>
            {columns.map(({ key, label, sub }) => (
              <View className="mx-c mx-h" key={key}>
                <View>{label}</View>
                {sub && <View>{sub}</View>}
              </View>
            ))}
          </View>
        </Sideways>
      </View>
      <Sideways wide={wide} onLeft={setLeft}>
        {body}
      </Sideways>
    </View>
  )
}

interface SidewaysProps {
  wide: boolean
  /** Follows another one. */
  left?: number
  onLeft?: (left: number) => void
  children: ReactNode
}
function Sideways({ wide, left, onLeft, children }: SidewaysProps) {
  if (!wide) return <>{children}</>
  return (
    <ScrollView
      scrollX
      enhanced
      showScrollbar={false}
      id={onLeft ? 'matrix-body' : 'matrix-head'}
      className={classes('mx-x', !onLeft && 'mx-follows')}
      {...(left === undefined ? {} : { scrollLeft: left })}
      {...(onLeft ? { onScroll: (event) => onLeft(event.detail.scrollLeft) } : {})}
    >
      {children}
    </ScrollView>
  )
}

type RowProps = Pick<Props, 'columns' | 'onCell' | 'onRow'> & { row: MatrixRow }
function Row({ row, columns, onCell, onRow }: RowProps) {
  return (
    <View className="mx" id={`row-${row.id}`}>
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
            id={`cell-${row.id}-${key.replace(':', '-')}`}
            onClick={() => onCell(row.id, key)}
            {...aria(cell.label, 'button')}
          >
            <Mark {...cell} />
          </View>
        )
      })}
    </View>
  )
}
