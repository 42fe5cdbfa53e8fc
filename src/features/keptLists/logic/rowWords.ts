import type { ListRow, ListShape, ListTile } from '@domain/contract/keptLists'
import { held } from '@domain/keptLists/cell'
import { dueOf, isPastDue, stateOf } from '@domain/keptLists/entry'
import { textOf } from '@domain/keptLists/lines'
import { nextStep } from '@domain/keptLists/nextStep'
import { type Day, daysBetween } from '@domain/time/day'
import { formatDay, formatYearDay } from '@domain/time/format'
import type { StandTone } from '@/components/Note/Note'

/** 3 件没办完; 4 条; 还没有记 */
export const tileText = ({ rows, isTask }: ListTile): string => {
  if (isTask) return rows === 0 ? '没有要办的' : `${rows} 件没办完`
  return rows === 0 ? '还没有记' : `${rows} 条`
}

const nameIn =
  ({ names }: ListRow) =>
  (id: string): string =>
    names.find((one) => one.id === id)?.name ?? ''

/** What a row is known by. */
export function titleOf(shape: ListShape, row: ListRow): string {
  const field = shape.fields.find(({ id }) => id === shape.title)
  return field ? textOf(field, row.cells, nameIn(row)) : ''
}

/** 下一步：党组织派人谈话，2月28日前 */
function stepText(row: ListRow, field: Extract<ListShape['fields'][number], { is: 'steps' }>): string {
  const next = nextStep(field.steps, held(row.cells, field.id, 'steps') ?? [])
  if (!next) return '每一步都有日期了'
  const { label, when } = next
  if (!when) return `下一步：${label}`
  return `下一步：${label}，${formatYearDay(when.on)}${when.is === 'by' ? '前' : '起'}`
}

/** The rest of a row in its order, 9月15日止 where it is due: of steps the next one. */
export function partsOf(shape: ListShape, row: ListRow): string[] {
  const isOver = stateOf(shape, row)?.isOver ?? true
  return shape.fields
    .filter(({ id }) => id !== shape.title)
    .map((field) => {
      if (field.is === 'steps') return stepText(row, field)
      if (field.is !== 'day') return textOf(field, row.cells, nameIn(row))
      const on = held(row.cells, field.id, 'on')
      if (on === undefined) return ''
      if (field.id !== shape.due) return formatDay(on)
      return isOver && row.stateOn ? `${formatDay(row.stateOn)}办结` : `${formatDay(on)}止`
    })
    .filter((part) => part !== '')
}

export interface RowTag {
  tone: StandTone
  text: string
}

/** 过了 7 天; 办理中; 已办结. A list without states has none. */
export function tagOf(shape: ListShape, row: ListRow, today: Day): RowTag | undefined {
  const state = stateOf(shape, row)
  if (!state) return undefined
  const due = dueOf(shape, row.cells)
  if (due !== undefined && isPastDue(shape, row, today))
    return { tone: 'miss', text: `过了 ${daysBetween(due, today)} 天` }
  if (!state.isOver) return { tone: 'info', text: state.label }
  return { tone: shape.states?.[0] === state ? 'mute' : 'done', text: state.label }
}
