import type { Activity } from '@domain/activity/activity'
import { isJoint, jointChoices, jointKinds } from '@domain/activity/joint'
import type { ActivityForm } from '@domain/contract/activity'
import { type Refusal, refuse } from '@domain/contract/answer'
import { isActiveOn } from '@domain/org/membershipOn'
import { dayOf } from '@domain/time/day'
import { insertAudited, updateAudited, versionOf } from '../../entry/audit/audited'
import { readJoint } from '../../entry/readJoint'
import type { Context } from '../../entry/useCase'
import type { Word } from '../../entry/word'
import { idFrom } from '../../ground/idFrom'
import { readParts } from '../../store/readJointMeetings'
import { readBranchMembers } from '../../store/readPeople'
import { activityForm, publishing } from './activityForm'
import type { Planned } from './checkPlan'
import { lateAt } from './lateEntry'
import { change, expectedOn, type Plan, planTold } from './writePlan'

const badJoint = refuse('invalid_request', { path: 'form.jointIds' })

/**
 * Why a plan may not name these further branches; null where it may. Those a published one has already stay, whatever the county says since. A part has
 * none of its own.
 */
export async function checkJoint(
  { kind, jointIds = [], startsAt }: ActivityForm,
  { host, branchId, stored }: Planned,
  { now, tree }: Context,
): Promise<Refusal | null> {
  if (jointIds.length === 0) return null
  if (stored?.jointOf !== undefined || host.type !== 'branch' || !jointKinds.includes(kind)) return badJoint
  if (jointIds.includes(branchId)) return badJoint
  const kept = stored?.publishedAt === undefined ? [] : (stored.jointIds ?? [])
  const added = jointIds.filter((id) => !kept.includes(id))
  if (added.length === 0) return null
  if (!(await readJoint(now))?.on) return refuse('joint_off')
  const choices = new Set(jointChoices(tree, branchId, dayOf(startsAt)).map(({ _id }) => _id))
  return added.every((id) => choices.has(id)) && new Set(jointIds).size === jointIds.length ? null : badJoint
}

/** What a part has of its own besides whom it expects; all else is as the convening branch has planned it. */
const fixed = ['kind', 'hostId', 'title', 'startsAt', 'endsAt', 'place'] as const

/** The form of a part as it may be saved: who is expected and who keeps its record. Another day, place or title is not its branch's to say. */
export function formOfPart(form: ActivityForm, part: Activity): ActivityForm | Refusal {
  const planned = activityForm(part)
  if (fixed.some((field) => form[field] !== planned[field])) return refuse('joint_fixed')
  const { recorderId: _, ...rest } = planned
  const { expectedIds, recorderId } = form
  return { ...rest, expectedIds, ...(recorderId !== undefined && { recorderId }) }
}

function planOfPart(
  whole: Activity,
  branchId: string,
  expected: Activity['expected'],
  recorderId?: string,
): Plan {
  const { expectedIds: _, jointIds: __, recorderId: ___, ...form } = activityForm(whole)
  const own = { hostId: branchId, hostType: 'branch' as const, branchId, expected }
  return { ...form, ...own, ...(recorderId !== undefined && { recorderId }) }
}

/** Announces a branch's part: under an id that a resend comes to as well, another one where the branch has left before. */
async function announce(whole: Activity, branchId: string, turn: number, word: Word): Promise<void> {
  const { by, now } = word
  const day = dayOf(whole.startsAt)
  const expected = expectedOn(await readBranchMembers(branchId, day), day)
  if (expected.length === 0) return
  const _id = idFrom('part', `${whole._id} ${branchId} ${turn}`)
  const part: Activity = {
    ...planOfPart(whole, branchId, expected),
    ...publishing(now),
    ...(whole.late && { late: await lateAt(branchId, word) }),
    _id,
    jointOf: whole._id,
    absences: [],
    createdBy: by,
    nonce: whole.nonce,
    updatedAt: new Date(now),
  }
  const { from: _, ...told } = planTold({ expected: [] }, part)
  const telling = {
    what: 'plan' as const,
    by,
    at: now,
    activityId: _id,
    placeId: branchId,
    key: _id,
    ...told,
  }
  await insertAudited(telling, 'activities', part)
}

/** A branch that is not asked any more. */
async function withdraw({ _id, state, ...part }: Activity, { by, now }: Word): Promise<void> {
  const about = { activityId: _id, key: versionOf(part), from: { state }, to: { state: 'cancelled' } }
  const telling = { what: 'cancel' as const, by, at: now, ...about }
  await updateAudited(telling, 'activities', { _id, state }, { state: 'cancelled', cancelledAt: now })
}

/**
 * Brings the parts of an announced joint meeting in line with it: missing ones are announced, those nobody has opened take what, when and where from
 * it, those of branches it does not name any more are cancelled. Done twice it changes nothing, so that whatever a call cut short left is made up by
 * the next one.
 */
export async function alignParts(whole: Activity, word: Word): Promise<void> {
  const { jointIds = [] } = whole
  const parts = await readParts(whole._id)
  const live = parts.filter(({ state }) => state !== 'cancelled')
  for (const branchId of jointIds) {
    const branch = word.tree.get(branchId)
    const before = parts.filter((part) => part.branchId === branchId)
    if (before.every(({ state }) => state === 'cancelled') && branch && isActiveOn(branch, word.today))
      await announce(whole, branchId, before.length, word)
  }
  for (const part of live) {
    if (part.state !== 'published' || part.openedAt !== undefined) continue
    if (!jointIds.includes(part.branchId)) await withdraw(part, word)
    else {
      const plan = planOfPart(whole, part.branchId, part.expected, part.recorderId)
      await change(part, { plan, late: await lateAs(whole, part, word), publish: false }, word)
    }
  }
}

/** A part is entered afterwards as the whole is; whose word it waits for is its own branch's. */
async function lateAs({ late }: Activity, part: Activity, word: Word): Promise<Pick<Activity, 'late'>> {
  if ((late === undefined) === (part.late === undefined)) return {}
  return { late: late && (await lateAt(part.branchId, word)) }
}

/** The same of what has just been saved, from `stored`: nothing where one branch alone holds it, or it is a draft. */
export async function alignSaved(saved: Activity, stored: Activity | null, word: Word): Promise<void> {
  if (saved.state === 'draft' || saved.jointOf !== undefined) return
  if (isJoint(saved) || (stored && isJoint(stored))) await alignParts(saved, word)
}
