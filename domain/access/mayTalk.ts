import type { Duty } from '../duty/duty'
import { enteredRules } from '../duty/enteredRules'
import type { Organisation } from '../org/organisation'
import type { Tree } from '../org/tree'
import type { Day } from '../time/day'
import { mayDo } from './mayDo'
import type { Person } from './person'

/** Whether a person may enter a 谈心谈话 of a branch's members on a day, and the branch enters any: pages offer it only then. */
export const mayTalk = (
  { _id: branchId, branchType }: Organisation,
  { caller, today: day, tree }: { caller: Person; today: Day; tree: Tree },
  duties: readonly Duty[],
): boolean =>
  enteredRules(duties, branchType, day).talks && mayDo('talk.enter', caller, { day, branchId }, tree)
