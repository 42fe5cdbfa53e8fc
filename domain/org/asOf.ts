import type { Day } from '../time/day'
import type { Period } from '../time/period'
import { judgedDay } from './membershipOn'
import type { Organisation, OrganisationState } from './organisation'
import type { Tree } from './tree'

const stateFields: readonly (keyof OrganisationState)[] = [
  'name',
  'parentId',
  'order',
  'branchType',
  'hasCommittee',
  'countsOnly',
  'headcount',
]

const pick = (organisation: Organisation, isState: boolean) =>
  Object.fromEntries(
    Object.entries(organisation).filter(
      ([field, value]) => stateFields.some((one) => one === field) === isState && value !== undefined,
    ),
  )

/** What may change of an organisation, as its last entry has it. */
export const lastState = (organisation: Organisation): OrganisationState =>
  pick(organisation, true) as unknown as OrganisationState

/**
 * An organisation as it was on a day: name, place in the tree and kind of then. Before its first day it is as on that day, after its last one as
 * on the last. Ask it of what is stored, never of its own answer, which knows one day only.
 */
export const asOf = (organisation: Organisation, day: Day): Organisation => {
  const { past, ...last } = organisation
  if (!past) return organisation
  const then = past.find(({ until }) => day <= until)
  if (!then) return last
  const { until: _, ...state } = then
  return { ...(pick(last, false) as unknown as Omit<Organisation, keyof OrganisationState>), ...state }
}

const madeAsOf = (register: Tree, day: Day): Tree => {
  let isSame = true
  const tree = new Map<string, Organisation>()
  for (const [id, organisation] of register) {
    const then = asOf(organisation, day)
    if (then !== organisation) isSame = false
    tree.set(id, then)
  }
  return isSame ? register : tree
}

/** Pages and sweeps ask for the same few days of the same tree again and again. */
const known = new WeakMap<Tree, Map<Day, Tree>>()
const MOST_DAYS = 100

/** The tree as it was on a day, from the stored one. What did not exist then is still found by its id: lists ask isActiveOn. */
export const treeAsOf = (register: Tree, day: Day): Tree => {
  const days = known.get(register) ?? new Map<Day, Tree>()
  known.set(register, days)
  const found = days.get(day)
  if (found) return found
  const tree = madeAsOf(register, day)
  if (days.size >= MOST_DAYS) days.clear()
  days.set(day, tree)
  return tree
}

/** The tree a period is judged by: that of its last day, and of today while it runs. */
export const treeFor = (register: Tree, period: Pick<Period, 'to'>, now: number): Tree =>
  treeAsOf(register, judgedDay(period, now))
