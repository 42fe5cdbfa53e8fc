import { attendanceId } from '@domain/checkin/attendance'
import { type ActivityCode, readCode, verifyActivityCode } from '@domain/checkin/code'
import { judgeCheckIn } from '@domain/checkin/judgeCheckIn'
import type { PosterCode } from '@domain/checkin/staticCode'
import { mintTicket } from '@domain/checkin/ticket'
import type { ResponseOf } from '@domain/contract/actions'
import { done, type Outcome, type Refusal, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { limit } from '../../entry/limit'
import { aboutNothing } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { codePrefix } from '../../ground/codePrefix'
import { findById } from '../../store/find'
import { type ActivityWithChair, readActivityAtDoor } from '../../store/readActivity'
import { readPartFor } from '../../store/readJointMeetings'
import { activityLine } from '../activity/activityCard'

/** Refuses a signed code and keeps one row of the attempt. Only a rightly signed one is told which activity it belongs to. */
async function refuseCode(
  refusal: Refusal,
  activity: ActivityWithChair,
  { caller, now }: Context,
): Promise<Refusal> {
  const { reason, detail } = refusal
  const named = refuse(reason, { ...detail, activityId: activity._id, title: activity.title })
  if (reason !== 'code_forged' && reason !== 'code_expired') return named
  // Only refused codes take a turn, so a good one is never turned away; when the turns are used up all bad ones get the same answer.
  const blocked = await limit({ openId: caller.openId, kind: 'code', reason, activityId: activity._id }, now)
  return blocked ?? (reason === 'code_forged' ? refusal : named)
}

/** Whether the member has come already. Of the part of a joint meeting it is not known with the caller, nor at a poster. */
async function ownRecord(
  { _id }: ActivityWithChair,
  member: Member,
  { caller: { door } }: Context,
): Promise<Fact | null> {
  return door?.activity._id === _id ? door.existing : findById('facts', attendanceId(_id, member._id))
}

async function answer(
  read: ActivityCode | PosterCode,
  shown: ActivityWithChair,
  context: Context,
): Promise<Outcome<ResponseOf<'checkin.open'>>> {
  const { caller, now, calendar } = context
  const { codeKey } = shown
  // Recording removes the key: nothing can be verified any more, and nobody can come any more. A draft has none yet.
  if (codeKey === undefined) return refuse(shown.state === 'draft' ? 'code_foreign' : 'ended')
  const member = caller.member ?? null
  const activity = member ? await readPartFor(shown, member) : shown
  const poster = read.type === 'poster'
  const existing = member && (await ownRecord(activity, member, context))
  const situation = { activity, member, existing, way: poster ? ('poster' as const) : ('scan' as const) }
  const judgement = judgeCheckIn(
    // A poster is the same for everyone: there is nothing to verify, and who registers by it waits for the staff.
    poster ? situation : { ...situation, code: verifyActivityCode(read, codeKey, now) },
    now,
    calendar,
  )
  if (!judgement.ok) return refuseCode(judgement, activity, context)
  const ticket = mintTicket({ activityId: shown._id, openId: caller.openId, codeKey, now, poster })
  const state = caller.identity?.state
  const you = state === 'bound' || state === 'requested' ? state : 'stranger'
  return done({ ticket, you, activity: activityLine(activity, context.names) })
}

export const openCode = useCase(
  'checkin.open',
  aboutNothing,
  async ({ code }, context) => {
    const { member, door } = context.caller
    const read = readCode(code, codePrefix())
    if (read?.type !== 'activity' && read?.type !== 'poster') return refuse('code_foreign')
    const where = read.type === 'poster' ? { posterId: read.posterId } : { _id: read.activityId }
    const activity = door?.activity ?? (await readActivityAtDoor(where, member?._id))
    return activity ? answer(read, activity, context) : refuse('code_foreign')
  },
  ({ code }) => {
    const read = readCode(code, codePrefix())
    return read?.type === 'activity' ? read.activityId : undefined
  },
)
