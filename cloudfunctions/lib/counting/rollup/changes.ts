import { yearsFor } from '@domain/activity/forYear'
import { treeFor } from '@domain/org/asOf'
import { branchFor } from '@domain/org/membershipOn'
import { branchOf, type Tree } from '@domain/org/tree'
import { keysOf, keysOfFact } from '@domain/progress/rollupPeriods'
import { dayOf } from '@domain/time/day'
import { periodByKey } from '@domain/time/period'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { hasNumbers } from './computeBranch'
import {
  type ChangedActivity,
  type ChangedFact,
  MOST,
  type Placed,
  readChanged,
  readFactsAt,
  readMissed,
  type Rows,
} from './readChanged'

const peopleOf = ({ memberId, detail }: ChangedFact): string[] =>
  detail?.withMemberId === undefined ? [memberId] : [memberId, detail.withMemberId]

/** Branch or unit → keys of the periods in which its numbers may have changed. */
export class Touched {
  readonly branches = new Map<string, Set<string>>()

  /** As it is stored. */
  constructor(private readonly tree: Tree) {}

  add(branchId: string | undefined, keys: readonly string[]): void {
    if (branchId === undefined || !hasNumbers(this.tree.get(branchId))) return
    const known = this.branches.get(branchId) ?? new Set()
    for (const key of keys) known.add(key)
    this.branches.set(branchId, known)
  }

  /** What lies next above it counts the branch among its own. */
  addWithAbove(branchId: string, keys: readonly string[]): void {
    this.add(branchId, keys)
    this.add(this.tree.get(branchId)?.parentId ?? undefined, keys)
  }

  /** The branch a group is of for the period: what it held as another branch's came along with it. */
  addHost(hostId: string, keys: readonly string[], now: number): void {
    if (this.tree.get(hostId)?.type !== 'group') return
    for (const key of keys) this.add(branchOf(treeFor(this.tree, periodByKey(key), now), hostId), [key])
  }
}

/** Also of each year it may have been held for: which one was meant may have changed. */
const keysOfActivity = (activity: ChangedActivity): string[] => [
  ...new Set([...keysOf(dayOf(activity.startsAt)), ...yearsFor(activity).map(String)]),
]

/** The branch a fact stands under and, key by key, the one that holds its people for the period: they may have moved since. */
function addFact(
  touched: Touched,
  fact: ChangedFact,
  { people, missed }: { people: ReadonlyMap<string, Placed>; missed: ReadonlyMap<string, number> },
  now: number,
) {
  const keys = keysOfFact(fact, missed.get(fact.activityId ?? ''))
  touched.add(fact.branchId, keys)
  for (const id of peopleOf(fact)) {
    const member = people.get(id)
    if (member) for (const key of keys) touched.add(branchFor(member, periodByKey(key), now), [key])
  }
}

/** The activity itself, and where it stood before it was moved. */
function addActivity(
  touched: Touched,
  activity: ChangedActivity,
  people: ReadonlyMap<string, Placed>,
  now: number,
) {
  for (const place of [activity, ...(activity.movedFrom ?? [])]) {
    const keys = keysOfActivity({ ...activity, ...place })
    touched.add(place.branchId, keys)
    touched.addHost(activity.hostId, keys, now)
    const lecturer = people.get(activity.lecturerId ?? '')
    if (lecturer) for (const key of keys) touched.add(branchFor(lecturer, periodByKey(key), now), [key])
  }
}

/**
 * Touches every branch a changed member ever belonged to, the units above those, and the units whose 中心组 names them. Who was taken off a 中心组
 * has no post there any more; the unit above the branch is then the only way to it.
 */
function addMember(
  touched: Touched,
  { memberships, posts }: Rows['members'][number],
  keys: readonly string[],
) {
  for (const { branchId } of memberships) {
    touched.addWithAbove(branchId, keys)
  }
  for (const { post, organisationId } of posts)
    if (post === 'theory_group_member') touched.add(organisationId, keys)
}

/**
 * Branches, units and periods touched by what changed since an instant (ms, inclusive): facts, activities and whoever was at them, members.
 * null: so much changed that everything has to be computed. At most six questions, each in pages.
 */
export async function touchedSince(
  since: number,
  now: number,
  tree: Tree,
  allKeys: readonly string[],
): Promise<Touched | null> {
  const rows = await readChanged(since, now)
  const further = rows && (await readFactsAt(rows.activities))
  if (!further) return null
  const facts = [...rows.facts, ...further]
  const lecturers = rows.activities.flatMap(({ lecturerId }) => lecturerId ?? [])
  const ids = [...new Set([...facts.flatMap(peopleOf), ...lecturers])]
  const [missed, found] = await Promise.all([
    readMissed(facts),
    ids.length === 0
      ? []
      : find('members', { _id: oneOf(ids) }, { limit: 10 * MOST, fields: ['memberships'] }),
  ])
  const people = new Map(found.map((one) => [one._id, one]))
  const touched = new Touched(tree)
  for (const fact of facts) addFact(touched, fact, { people, missed }, now)
  for (const activity of rows.activities) addActivity(touched, activity, people, now)
  for (const member of rows.members) addMember(touched, member, allKeys)
  return touched
}
