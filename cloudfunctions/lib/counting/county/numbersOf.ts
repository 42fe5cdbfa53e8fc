import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import { isUnder, type Tree } from '@domain/org/tree'
import type { DoneOfOwed } from '@domain/progress/doneOfOwed'
import { addedUp } from '@domain/progress/rollupBranch'
import { longKinds, type Period, periodKinds, periodsIn } from '@domain/time/period'
import type { StoredRollup } from '../../store/collections/rollups'
import { oneOf } from '../../store/conditions'
import { find, findById } from '../../store/find'

/** The county's numbers of a period, as a roll-up keeps them. */
export type Numbers = Pick<StoredRollup, 'branches' | 'members' | 'watermark'>

const none: Numbers = { branches: {}, members: {}, watermark: 0 }

export const isLong = ({ kind }: Pick<Period, 'kind'>): boolean => longKinds.some((long) => long === kind)

/** The period, and where it is a half-year or a year every one that lies in it, the shortest first. */
export const periodsOver = (period: Period): Period[] =>
  isLong(period)
    ? periodKinds.slice(0, periodKinds.indexOf(period.kind) + 1).flatMap((kind) => periodsIn(kind, period))
    : [period]

/** The rules of all of them; of one that was changed within the time its last version. */
export function dutiesOver(period: Period, duties: readonly Duty[]): Duty[] {
  const last = new Map<string, Duty>()
  for (const duty of periodsOver(period).flatMap((each) => dutiesFor(duties, each))) last.set(duty.id, duty)
  return [...last.values()]
}

/** What the roll-ups hold of some periods, by key and in their order; a period nobody has computed yet is not among them. */
export async function readNumbersOf(periods: readonly Period[]): Promise<ReadonlyMap<string, StoredRollup>> {
  const keys = periods.map(({ key }) => key)
  const [only = ''] = keys
  // A page of these is one row: of one period nothing is asked a second time to see whether there are more.
  const found =
    keys.length === 1
      ? [await findById('rollups', only)].filter((one) => one !== null)
      : await find('rollups', { _id: oneOf(keys) }, { limit: keys.length })
  return new Map(
    found
      .filter(({ watermark }) => watermark > 0)
      .sort((a, b) => keys.indexOf(a._id) - keys.indexOf(b._id))
      .map((one) => [one._id, one]),
  )
}

/** Of a period and of those in it. */
export const readNumbers = (period: Period) => readNumbersOf(periodsOver(period))

/**
 * One set of numbers of a period: its own document, and of a half-year or year month after month and quarter after quarter added up (应开展 6 of a
 * monthly duty). Members and 汇总于 are the period's own; the oldest part says how fresh it is. Nothing before its own document is there.
 */
export function summed(period: Period, stored: ReadonlyMap<string, StoredRollup>): Numbers {
  const own = stored.get(period.key)
  if (!own) return none
  const branches: Record<string, Record<string, DoneOfOwed>> = {}
  for (const { branches: part } of stored.values())
    for (const [id, duties] of Object.entries(part)) branches[id] = addedUp(branches[id] ?? {}, duties)
  const watermark = Math.min(...[...stored.values()].map((one) => one.watermark))
  return { branches, members: own.members, watermark }
}

/** Of the branches and units below a unit alone. */
export function below(numbers: Numbers, unitId: string | undefined, tree: Tree): Numbers {
  if (unitId === undefined) return numbers
  const kept = <T>(all: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => isUnder(tree, id, unitId)))
  return { ...numbers, branches: kept(numbers.branches), members: kept(numbers.members) }
}
