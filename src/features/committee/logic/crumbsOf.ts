import type { BranchMonth } from '@domain/contract/overseen'
import { upTo } from '@/navigation/upTo'
import type { Crumb } from '../components/Crumbs'
import { shortBranchName } from './countyTable'

type Above = BranchMonth['above']

/** 县直机关 of 县直机关工委, 县农业农村局 of 县农业农村局党组. */
export const shortNameAbove = (name: string): string =>
  name.replace(/^(.+?)(?:机关党委|党工委|党委|党组|工委)$/, '$1')

/** 第一党支部 below 县农业农村局: what the level above it says is not said again. */
export function nameBelow(name: string, above: Above): string {
  const unit = shortNameAbove(above[above.length - 1]?.name ?? '')
  const rest = unit !== '' && name.startsWith(unit) ? name.slice(unit.length) : shortBranchName(name)
  return rest === '' ? name : rest
}

/** The county's own page first, then the units. */
export const crumbsAbove = (above: Above): Crumb[] =>
  above.map(({ id, name, opens }, index) => ({
    name: shortNameAbove(name),
    onTap: opens ? () => (index === 0 ? upTo('overview') : upTo('below', { unitId: id })) : undefined,
  }))

/** The branch, whose closed months lie below. */
export const branchCrumb = ({
  branch: { id, name },
  above,
  month,
}: Pick<BranchMonth, 'branch' | 'above'> & { month: string }): Crumb => ({
  name: nameBelow(name, above),
  onTap: () => upTo('month', { branchId: id }, { month }),
})
