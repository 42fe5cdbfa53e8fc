import type { ChangePart, ChangePreview, ComingChange } from '@domain/contract/organisation'
import { addDays, type Day } from '@domain/time/day'
import { formatDated } from '@domain/time/format'
import type { What } from './changes'

/** 今天, 10月1日, 2027年1月1日. */
export const dayWords = (on: Day, today: Day): string => (on === today ? '今天' : formatDated(on, today))

/** How one gets back to what was, once it is in force. */
const ways: Record<What, string> = {
  found: '只能再办撤销',
  edit: '要改回来，再办一次修改',
  move: '要改回来，再办一次划转',
  merge: '只能再办拆分',
  split: '只能再办并入',
  dissolve: '只能重新新建',
}

/** Until when it can be taken back, and what then. `strong` stands first. */
export function undoWords(what: What, on: Day, today: Day): { strong: string; text: string } {
  if (on <= today) return { strong: '今天就生效，不能取消', text: `，${ways[what]}。` }
  return {
    strong: `到${formatDated(addDays(on, -1), today)}都可以取消`,
    text: `，当作没有办过。${dayWords(on, today)}生效以后不能取消，${ways[what]}。`,
  }
}

const isHolding = ({ type }: ChangePart) => type === 'branch' || type === 'group'
const heads = (part: ChangePart): string => `${part.count} ${isHolding(part) ? '人' : '个支部'}`
const joined = (parts: readonly ChangePart[]) => parts.map(({ name }) => name).join('、')

/** Those that are no more afterwards. */
export const endingParts = ({ before, after }: ChangePreview): ChangePart[] =>
  before.filter(({ id }) => !after.some((part) => part.id === id))
const newPart = ({ before, after }: ChangePreview) =>
  after.find(({ id }) => !before.some((part) => part.id === id))

/** The whole change in one sentence: 10月1日起，第二支部 12 人并入第一支部。 */
export function changeSentence(what: What, on: Day, today: Day, preview: ChangePreview): string {
  const [was] = preview.before
  const [is] = preview.after
  const since = `${dayWords(on, today)}起，`
  switch (what) {
    case 'found':
      return `${since}新建${is?.name ?? ''}${is?.parentName ? `，属${is.parentName}` : ''}。`
    case 'edit':
      return was?.name === is?.name
        ? `${since}${is?.name ?? ''}的资料按新填的算。`
        : `${since}${was?.name ?? ''}改称${is?.name ?? ''}。`
    case 'move':
      return `${since}${was ? `${was.name} ${heads(was)}` : ''}从${was?.parentName ?? ''}划到${is?.parentName ?? ''}。`
    case 'merge':
      return `${since}${joined(endingParts(preview))} ${preview.movingCount} 人并入${is?.name ?? ''}。`
    case 'split':
      return `${since}${was?.name ?? ''}分出 ${preview.movingCount} 人，成立${newPart(preview)?.name ?? ''}。`
    case 'dissolve':
      return `${since}撤销${was?.name ?? ''}。`
  }
}

/** One that waits for its day. */
export function comingSentence({ what, on, names, to }: ComingChange, today: Day): string {
  const since = `${dayWords(on, today)}起，`
  const of = names.join('、')
  switch (what) {
    case 'found':
      return `${since}新建${of}${to === undefined ? '' : `，属${to}`}`
    case 'edit':
      return of === to ? `${since}${of}的资料有改动` : `${since}${of}改称${to ?? ''}`
    case 'move':
      return `${since}${of}划到${to ?? ''}`
    case 'merge':
      return `${since}${of}并入${to ?? ''}`
    case 'split':
      return `${since}${of}分出一部分党员，成立${to ?? ''}`
    case 'dissolve':
      return `${since}撤销${of}`
  }
}
