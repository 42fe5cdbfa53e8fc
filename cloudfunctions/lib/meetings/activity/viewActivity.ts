import { opensAt } from '@domain/activity/effectiveState'
import { attendanceId, leaveId } from '@domain/checkin/attendance'
import type { ParsedRequestOf, ResponseOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import type { Names } from '../../entry/Names'
import { aboutActivity, isService } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { oneOf } from '../../store/conditions'
import { find, findById } from '../../store/find'
import type { ActivityWithChair } from '../../store/readActivity'
import { activityCard, activityLine, isExpected } from './activityCard'
import { readJointNames } from './jointNames'

interface Viewed {
  member: Member
  activity: ActivityWithChair
  facts: ReadonlyMap<string, Fact>
}

/** Of whoever is expected or stands on its roll, guests too; for everyone else, and while it is a draft, there is no such meeting. */
async function load(
  request: ParsedRequestOf<'activity.view'>,
  { caller: { member } }: Context,
): Promise<Found<Viewed> | null> {
  const found = member && (await aboutActivity(request))
  if (!found || isService(found.loaded) || found.loaded.state === 'draft') return null
  const activity = found.loaded
  const attendance = attendanceId(activity._id, member._id)
  const rows = await find('facts', { _id: oneOf([attendance, leaveId(activity._id, member._id)]) })
  const facts = new Map(rows.map((fact) => [fact._id, fact]))
  if (!isExpected(activity, member) && !facts.has(attendance)) return null
  return { about: { ...found.about, memberId: member._id }, loaded: { member, activity, facts } }
}

type Lecturer = NonNullable<ResponseOf<'activity.view'>['lecturer']>

/** Somebody of the register, as far as the reader may read the name, or somebody from elsewhere by name. */
async function lecturerOf(
  { lecturerId, lecturerName, lecturerPost: post }: ActivityWithChair,
  names: Names,
): Promise<Lecturer | null> {
  const member = lecturerId === undefined ? null : await findById('members', lecturerId)
  const name = member && names.sees(member) ? names.acting(member) : lecturerName
  return name || post ? { ...(name && { name }), ...(post && { post }) } : null
}

/** The page of a meeting for those who go there: when and where, what is gone through, how one stands to it. */
export const viewActivity = useCase('activity.view', load, async (_request, context, viewed) => {
  const { member, activity, facts } = viewed
  const { topic, agenda, materials = [] } = activity
  const lecturer = await lecturerOf(activity, context.names)
  const { chairName } = activityLine(activity, context.names)
  const jointOf = await readJointNames([activity], context.tree)
  return done({
    card: { ...activityCard(activity, member, facts, context), ...jointOf(activity._id) },
    opensAt: opensAt(activity),
    ...(chairName !== undefined && { chairName }),
    ...(lecturer && { lecturer }),
    ...(topic !== undefined && { topic }),
    agenda,
    materials,
  })
})
