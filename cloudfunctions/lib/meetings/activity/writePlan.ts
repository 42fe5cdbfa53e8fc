import type { Activity } from '@domain/activity/activity'
import type { ActivityForm } from '@domain/contract/activity'
import { done, type Outcome, refuse } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { type Day, dayOf } from '@domain/time/day'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import { fromTo } from '../../entry/audit/fromTo'
import type { Word } from '../../entry/word'
import { MOVES_KEPT } from '../../store/collections/activities'
import { keeping } from '../../store/conditions'
import { publishing } from './activityForm'
import type { Planned } from './checkPlan'

/** Those who are expected on a day, as they stand then. */
export const expectedOn = (members: readonly Member[], day: Day): Activity['expected'] =>
  members.map((member) => {
    const groupId = membershipOn(member, day)?.groupId
    return { memberId: member._id, standing: member.standing, ...(groupId !== undefined && { groupId }) }
  })

/** What a form makes of a plan: those expected as they stand on its day. */
export function planOf(
  { expectedIds, ...form }: ActivityForm,
  people: Map<string, Member>,
  { host, branchId }: Planned,
) {
  const members = expectedIds.flatMap((id) => people.get(id) ?? [])
  const expected = expectedOn(members, dayOf(form.startsAt))
  return { ...form, hostType: host.type, branchId, expected }
}

export type Plan = ReturnType<typeof planOf>

const idsOf = ({ expected }: Pick<Activity, 'expected'>) => expected.map(({ memberId }) => memberId)

/** What a plan makes of what; of those expected, who came to it and who is not any more. */
export function planTold(before: Partial<Activity> & Pick<Activity, 'expected'>, after: Activity) {
  const [were, are] = [idsOf(before), idsOf(after)]
  const added = are.filter((id) => !were.includes(id))
  const dropped = were.filter((id) => !are.includes(id))
  const { from, to, ...result } = fromTo(before, after)
  return {
    from: { ...from, ...(dropped.length > 0 && { expected: dropped }) },
    to: { ...to, ...(added.length > 0 && { expected: added }) },
    ...result,
  }
}

/** Fields the form may leave empty are removed, not kept from before. */
const optional = {
  chairId: undefined,
  recorderId: undefined,
  topic: undefined,
  lecturerId: undefined,
  forYear: undefined,
  lecturerName: undefined,
  lecturerPost: undefined,
  tags: undefined,
  hours: undefined,
  materials: undefined,
  jointIds: undefined,
}

interface Change {
  plan: Plan
  late: { late?: Activity['late'] | undefined }
  /** Announces a draft. */
  publish: boolean
  /** What it brings about elsewhere. */
  follow?: (changed: Activity) => Promise<void>
}

/** Changes what is announced or a draft. wrong_state: it has been opened, moved or cancelled meanwhile. */
export async function change(
  stored: Activity,
  { plan, late, publish, follow }: Change,
  { by, now }: Pick<Word, 'by' | 'now'>,
): Promise<Outcome<Activity>> {
  const state = { ...(publish && stored.state === 'draft' ? publishing(now) : {}), ...late }
  const { _id, branchId, startsAt, place } = stored
  const isMoved = startsAt !== plan.startsAt || branchId !== plan.branchId
  const isTold = stored.state === 'published' && (startsAt !== plan.startsAt || place !== plan.place)
  const planned = { ...stored, ...optional, ...plan, ...state }
  const told = planTold(stored, planned)
  // A resend, or a form in which nothing was touched.
  if (told.result === undefined && Object.keys({ ...told.from, ...told.to }).length === 0) {
    await follow?.(stored)
    return done(stored)
  }
  const about = { activityId: _id, placeId: plan.branchId, key: versionOf(stored), ...told }
  // Place and time are part of the condition, so that no move between this one's reading and writing is forgotten.
  const changed = await updateAudited(
    { what: 'plan', by, at: now, ...about },
    'activities',
    { _id, state: stored.state, branchId, startsAt },
    {
      ...optional,
      ...plan,
      ...state,
      ...(isMoved && { movedFrom: keeping({ branchId, startsAt }, MOVES_KEPT) }),
      ...(isTold && { changed: { at: now, startsAt, place } }),
    },
    async () => follow?.(planned),
  )
  return changed ? done(planned) : refuse('wrong_state')
}
