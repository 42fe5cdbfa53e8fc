import type { BranchType } from '../contract/words'
import type { Duty } from './duty'

/**
 * 分类指导 (DUTIES row 55): whether a duty exists in a branch of this type at all; one whose type nobody has entered is 其他.
 * `bindsBranch({ branchTypes: ['enterprise'] }, 'organ') // false`
 */
export const bindsBranch = (
  { branchTypes }: Pick<Duty, 'branchTypes'>,
  branchType: BranchType = 'other',
): boolean => branchTypes === undefined || branchTypes.includes(branchType)
