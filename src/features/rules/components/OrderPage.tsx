import { View } from '@tarojs/components'
import { type ComponentProps, useState } from 'react'
import { isSameOrder, moved } from '@domain/papers/order'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { classes } from '@/components/classes'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { SwitchCell } from '@/components/SwitchCell/SwitchCell'
import { aria } from '@/platform/aria'
import './OrderPage.css'

interface Order<T> {
  order: T[]
  isOwn: boolean
  mayEdit: boolean
}

interface Props<T extends string> {
  id: string
  title: string
  query: ComponentProps<typeof Loaded<Order<T>>>['query']
  busy: boolean
  /** Whether it is kept. */
  onSave: (order: T[]) => Promise<boolean>
  labels: Record<T, string>
  customary: readonly T[]
  /** What the order is for, and whose it is. */
  note: (isOwn: boolean) => string
  /** Headings that may stand between the columns, and are moved as they are. */
  headings?: Headings<T>
}

interface Headings<T> {
  label: string
  sub: string
  isOne: (entry: T) => boolean
  put: (order: readonly T[]) => T[]
  take: (order: readonly T[]) => T[]
}

/** The order of a form the county fills in, which the work committee puts as it is asked for above. */
export function OrderPage<T extends string>(props: Props<T>) {
  const { id, title, query, busy, onSave, labels, customary, note, headings } = props
  const [draft, setDraft] = useState<readonly T[]>()
  const stored = query.data?.order ?? customary
  const order = draft ?? stored
  const mayEdit = query.data?.mayEdit === true
  const isOne = (entry: T) => headings?.isOne(entry) === true
  const numberOf = (index: number) => order.slice(0, index + 1).filter((entry) => !isOne(entry)).length
  const keep = async () => {
    if (!(await onSave([...order]))) return
    await query.refetch()
    setDraft(undefined)
  }
  return (
    <Page
      id={id}
      title={title}
      left="back"
      onPullDown={query.refetch}
      dock={
        mayEdit && (
          <>
            {isSameOrder(order, customary) ? null : (
              <Button kind="outline" id="columns-default" onTap={() => setDraft(customary)}>
                恢复默认
              </Button>
            )}
            <Button
              id="columns-save"
              grow
              busy={busy}
              disabledBecause={isSameOrder(order, stored) ? '没有改动' : undefined}
              onTap={() => void keep()}
            >
              保存次序
            </Button>
          </>
        )
      }
    >
      <Loaded query={query} skeleton="list">
        {({ isOwn }) => (
          <>
            <Note tone="mute" icon="info" id="columns-note">
              {note(isOwn)}
            </Note>
            {headings && mayEdit ? (
              <Card className="mt12">
                <SwitchCell
                  id="columns-headings"
                  label={headings.label}
                  sub={headings.sub}
                  on={order.some(isOne)}
                  onChange={(on) => setDraft(on ? headings.put(order) : headings.take(order))}
                />
              </Card>
            ) : null}
            <Card className="mt12" id="columns">
              {order.map((column, index) => (
                <View key={column}>
                  {index > 0 ? <Divider inset={16} /> : null}
                  <ColumnRow
                    name={column}
                    label={labels[column]}
                    place={index + 1}
                    {...(!isOne(column) && { number: numberOf(index) })}
                    last={index === order.length - 1}
                    {...(mayEdit && { onMove: (by: -1 | 1) => setDraft(moved(order, column, by)) })}
                  />
                </View>
              ))}
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  )
}

interface RowProps {
  name: string
  label: string
  place: number
  /** Absent: a heading over those that follow. */
  number?: number
  last: boolean
  /** Absent: only looked at. */
  onMove?: (by: -1 | 1) => void
}

function ColumnRow({ name, label, place, number, last, onMove }: RowProps) {
  const ends = { up: place === 1, down: last }
  return (
    <View className="column-row" id={`column-${place}`}>
      {number === undefined ? null : <View className="column-n">{number}</View>}
      <View className={classes('column-label', number === undefined && 'column-heading')}>{label}</View>
      {onMove
        ? (['up', 'down'] as const).map((way) => (
            <View
              key={way}
              id={`${way}-${name}`}
              className={classes('column-move', ends[way] && 'column-end')}
              hoverClass="pressed"
              onClick={ends[way] ? undefined : () => onMove(way === 'up' ? -1 : 1)}
              {...aria(`${label}${way === 'up' ? '上移' : '下移'}`, 'button')}
            >
              <Icon name={way} tone="ink2" size={24} />
            </View>
          ))
        : null}
    </View>
  )
}
