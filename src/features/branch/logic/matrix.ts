import type { BranchProgress, MemberRow } from '@domain/contract/progress'
import { formatDay } from '@domain/period/format'
import type { MatrixCell, MatrixColumn, MatrixRow } from '@/components/Matrix/Matrix'

type Cell = MemberRow['cells'][number]

export const matrixColumns = (columns: BranchProgress['columns']): MatrixColumn[] =>
  columns.map(({ dutyId, label, needed }) => ({
    key: dutyId,
    label,
    sub: needed === null ? '不设次数' : `${needed} 次`,
  }))

/** 差 1 · 不要求 · 驻村 · 待确认 · 已安排 · 2 次 */
function cellText(cell: Cell): string {
  switch (cell.state) {
    case 'missing':
      return `差 ${cell.missing}`
    case 'not_owed':
      return cell.exemption?.startsWith('驻村') ? '驻村' : '不要求'
    case 'waiting':
      return '待确认'
    case 'planned':
      return '已安排'
    case 'recorded':
      return cell.done > 0 ? `${cell.done} 次` : '暂无'
    case 'done':
      return '已完成'
  }
}

/** In the order of the register, as given. */
export function matrixRows(rows: readonly MemberRow[], columns: BranchProgress['columns']): MatrixRow[] {
  const labels = new Map(columns.map(({ dutyId, label }) => [dutyId, label]))
  return rows.map((row) => ({
    id: row.memberId,
    name: row.name,
    sub: row.lastOn ? formatDay(row.lastOn) : '暂无记录',
    cells: row.cells.map((cell): MatrixCell => ({
      key: cell.dutyId,
      state: cell.state,
      text: cellText(cell),
      label: `${row.name}，${labels.get(cell.dutyId) ?? ''}，${cell.state === 'missing' ? `还差 ${cell.missing} 次` : cellText(cell)}`,
    })),
  }))
}

/** Members with something still missing, in the order of the register. */
export const withGaps = (rows: readonly MemberRow[]): MemberRow[] =>
  rows.filter(({ cells }) => cells.some(({ state }) => state === 'missing'))
