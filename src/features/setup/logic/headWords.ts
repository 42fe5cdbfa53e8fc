import type { BranchHead, HeadState } from '@domain/contract/setup'
import { shortPostLabels } from '@domain/registry/labels'
import { formatDay } from '@domain/time/format'
import { dayOf } from '@domain/time/day'

export const headLabels: Record<HeadState, string> = {
  bound: '已绑定',
  invited: '已邀请',
  open: '还没邀请',
  nobody: '没有书记',
}

/** In the order in which they are looked at: who is still to be let in first. */
export const headOrder: readonly HeadState[] = ['open', 'invited', 'bound', 'nobody']

/** 孙丽华, or the post alone where names stay in the branch; a post other than the secretary's is said beside the name. */
const nameOf = ({ head, post }: Pick<BranchHead, 'head' | 'post'>): string => {
  const label = post ? shortPostLabels[post] : ''
  if (head === undefined) return label
  return post === 'secretary' ? head : `${head}（${label}）`
}

/** `孙丽华，9月3日邀请`, `冯德明（副书记），还没邀请`; the day is that of the cloud's instant. */
export function headText(row: BranchHead): string {
  const { state, at } = row
  const on = at === undefined ? '' : formatDay(dayOf(at))
  switch (state) {
    case 'bound':
      return `${nameOf(row)}，${on}已绑定`
    case 'invited':
      return `${nameOf(row)}，${on}邀请`
    case 'open':
      return `${nameOf(row)}，还没邀请`
    case 'nobody':
      return '名册里没有书记'
  }
}

/** How many branches are that far. */
export const countOf = (branches: readonly BranchHead[], state: HeadState): number =>
  branches.filter((row) => row.state === state).length
