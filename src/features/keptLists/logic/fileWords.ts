import type { CellWhy, FileRow, FreshRow } from '@domain/contract/keptLists'
import { WRITTEN_AT_ONCE } from '@domain/contract/lists'

const whyWords: Record<CellWhy, string> = {
  missing: '没有填',
  not_a_day: '日期认不出来',
  day_ahead: '日期在今天以后',
  not_a_number: '不是数字',
  out_of_range: '数字超出范围',
  nobody: '名册里没有这个人',
  several_of_name: '名册里有几个同名的，请在页面上添',
  no_branch: '没有这个党支部',
  no_choice: '没有这个选项',
  no_step: '有的步骤认不出来',
  no_state: '认不出来',
  too_many: '人或项太多',
  too_long: '太长了',
  number_inside: '里面有电话或证件号，请去掉',
}

/** 谁来办：名册里没有这个人 */
export const wrongLines = ({ wrong }: Pick<FileRow, 'wrong'>): string[] =>
  wrong.map(({ label, why }) => `${label}：${whyWords[why]}`)

/** What would be written, as many at once as the cloud takes. */
export function batchesOf(rows: readonly FileRow[]): FreshRow[][] {
  const fresh = rows.flatMap(({ row }) => row ?? [])
  return Array.from({ length: Math.ceil(fresh.length / WRITTEN_AT_ONCE) }, (_, n) =>
    fresh.slice(n * WRITTEN_AT_ONCE, (n + 1) * WRITTEN_AT_ONCE),
  )
}

/** 能写入 12 条，看一看 2 条，已经有了 3 条 */
export function countsText(rows: readonly FileRow[]): string {
  const of = (verdict: FileRow['verdict']) => rows.filter((row) => row.verdict === verdict).length
  const said = [
    `能写入 ${of('add')} 条`,
    of('refuse') > 0 ? `不能写入 ${of('refuse')} 条` : '',
    of('same') > 0 ? `已经有了 ${of('same')} 条` : '',
  ]
  return said.filter((part) => part !== '').join('，')
}
