import { View } from '@tarojs/components'
import { Fragment, type ReactNode } from 'react'
import { Card } from '@/components/Card/Card'
import { Dotted } from '@/components/Dotted/Dotted'
import { aria } from '@/platform/aria'
import './FactTable.css'

export interface FactRow {
  /** The line carries the id `fact-<key>`. */
  key: string
  name: string
  sub?: string | undefined
  cells: readonly (number | string)[]
}

export interface FactGroup {
  /** What stands over its names: 事项. */
  heading: string
  columns: readonly string[]
  rows: readonly FactRow[]
}

interface Props {
  /** One line where there is room, broken between these where there is not. */
  title: readonly string[]
  /** Under the title: whose it is, and of which months. */
  parts: readonly string[]
  groups: readonly FactGroup[]
  onRow: (key: string) => void
  /** Under the table. */
  children: ReactNode
}

/** 组织生活开展情况表 as the file has it: a row a 事项, each opens to what it counts. */
export const FactTable = ({ title, parts, groups, onRow, children }: Props) => (
  <Card className="fact-table" id="fact-table">
    <View className="fact-title">
      <View className="t-h2">
        {title.map((part) => (
          <View className="fact-title-part" key={part}>
            {part}
          </View>
        ))}
      </View>
      <View className="t-sub c2 mt4">
        <Dotted parts={[...parts]} />
      </View>
    </View>
    {groups.map(({ heading, columns, rows }) => (
      <Fragment key={heading}>
        <View className="fact-line fact-head">
          <View className="grow">{heading}</View>
          {columns.map((column) => (
            <View className="fact-n" key={column}>
              {column}
            </View>
          ))}
        </View>
        {rows.map((row) => (
          <Line key={row.key} row={row} columns={columns} onTap={() => onRow(row.key)} />
        ))}
      </Fragment>
    ))}
    <View className="fact-note" id="facts-note">
      {children}
    </View>
  </Card>
)

interface LineProps {
  row: FactRow
  columns: FactGroup['columns']
  onTap: () => void
}
function Line({ row: { key, name, sub, cells }, columns, onTap }: LineProps) {
  const numbers = columns.map((column, index) => `${column} ${cells[index] ?? ''}`)
  return (
    <View
      className="fact-line"
      id={`fact-${key}`}
      hoverClass="pressed"
      onClick={onTap}
      {...aria([name, ...numbers, sub].filter(Boolean).join('，'), 'button')}
    >
      <View className="grow">
        {name}
        {sub === undefined ? null : <View className="fact-open">{sub}</View>}
      </View>
      {columns.map((column, index) => (
        <View className="fact-n" key={column}>
          {cells[index]}
        </View>
      ))}
    </View>
  )
}
