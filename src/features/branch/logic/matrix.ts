import { activityKinds } from '@domain/contract/lists'
import type { BranchProgress, MemberRow } from '@domain/contract/progress'
import type { ActivityKind } from '@domain/contract/words'
import { lifeId } from '@domain/progress/lifeDuty'
import { gapNow, isGap } from '@domain/progress/gapNow'
import { gapWords } from '@domain/progress/gapWords'
import { formatDay } from '@domain/time/format'
import type { Period } from '@domain/time/period'
import type { MatrixCell, MatrixColumn, MatrixRow } from '@/components/Matrix/Matrix'

type Cell = MemberRow['cells'][number]

/** What a narrow column is called where its own name is long. */
const shortLabels: Partial<Record<string, string>> = {
  'life:general_meeting': '党员大会',
  'life:org_life_meeting': '生活会',
}

/** What concerns nobody of the branch (a county leader's lectures) takes no room. */
const concernsAnybody = (rows: readonly MemberRow[], dutyId: string): boolean =>
  rows.some(({ cells }) => cells.some((cell) => cell.dutyId === dutyId))

export const matrixColumns = ({ columns, rows }: Pick<BranchProgress, 'columns' | 'rows'>): MatrixColumn[] =>
  columns
    .filter(({ dutyId }) => concernsAnybody(rows, dutyId))
    .map(({ dutyId, label, needed, measure }) => ({
      key: dutyId,
      label: shortLabels[dutyId] ?? label.replace(/^参加(?=.{4})/, '参加\n'),
      sub: needed === null ? '不设次数' : `${needed} ${measure}`,
    }))

/** Of which duty and period a cell is, and when it is looked at. */
interface Looked {
  measure: string
  period: Pick<Period, 'from' | 'to'>
  now: number
}

/** 差 1 · 不要求 · 驻村 · 待确认 · 已安排 · 未安排 · 2 次 · 3/4; of a time that is over 1/2 or 暂无 instead of 差 1. */
function cellText(cell: Cell, { measure, period, now }: Looked): string {
  if (cell.held !== undefined) return cell.held > 0 ? `${cell.done}/${cell.held}` : '暂无'
  switch (cell.state) {
    case 'missing':
      if (gapNow({ ...cell, period }, now) !== 'over') return `差 ${cell.missing}`
      return cell.done > 0 ? `${cell.done}/${cell.needed ?? cell.done}` : '暂无'
    case 'not_owed':
      return cell.exemption?.startsWith('驻村') ? '驻村' : '不要求'
    case 'waiting':
      return '待确认'
    case 'planned':
      return '已安排'
    case 'not_held':
      return '未安排'
    case 'recorded':
      return cell.done > 0 ? `${cell.done} ${measure}` : '暂无'
    case 'done':
      return '已完成'
  }
}

function cellSaid(cell: Cell, looked: Looked): string {
  if (cell.held !== undefined) return `到会 ${cell.done} 场，举办 ${cell.held} 场`
  const { measure, period, now } = looked
  const gap = gapWords({ ...cell, measure, period }, now)
  if (gap) return gap.text
  return cell.state === 'not_held' ? '支部还没有安排' : cellText(cell, looked)
}

/** 暂无, 未安排: nothing of the kind has been held; `kind` where the column is one. undefined: something has been. */
export function emptyCell(
  { rows }: Pick<BranchProgress, 'rows'>,
  { subjectId, dutyId }: { subjectId: string; dutyId: string },
): { kind: ActivityKind | undefined } | undefined {
  const cell = rows.find(({ memberId }) => memberId === subjectId)?.cells.find((one) => one.dutyId === dutyId)
  if (!cell || (cell.held === undefined ? cell.state !== 'not_held' : cell.held > 0)) return undefined
  return { kind: activityKinds.find((kind) => lifeId(kind) === dutyId) }
}

/** In the order of the register, as given. */
export function matrixRows(
  rows: readonly MemberRow[],
  { columns, period }: Pick<BranchProgress, 'columns' | 'period'>,
  now: number,
): MatrixRow[] {
  const byId = new Map(columns.map((column) => [column.dutyId, column]))
  return rows.map((row) => ({
    id: row.memberId,
    name: row.name,
    sub: row.lastOn ? formatDay(row.lastOn) : '暂无记录',
    cells: row.cells.map((cell): MatrixCell => {
      const { label = '', measure = '' } = byId.get(cell.dutyId) ?? {}
      const looked = { measure, period, now }
      return {
        key: cell.dutyId,
        state: cell.state,
        text: cellText(cell, looked),
        ...(gapNow({ ...cell, period }, now) !== 'pressing' && { calm: true }),
        label: `${row.name}，${label}，${cellSaid(cell, looked)}`,
      }
    }),
  }))
}

/** Members with something still missing, in the order of the register. */
export const withGaps = (rows: readonly MemberRow[]): MemberRow[] =>
  rows.filter(({ cells }) => cells.some(isGap))
