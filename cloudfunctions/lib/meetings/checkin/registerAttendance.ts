import { weightOf } from '@domain/access/oneself'
import { countedWithin, countsTowards } from '@domain/checkin/countsTowards'
import { readTicket, type TicketWay, verifyTicket } from '@domain/checkin/ticket'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { readDuties } from '../../entry/cached'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { askedAt } from '../../people/register/secondPersons'
import { type ActivityWithChair, readActivityAtDoor } from '../../store/readActivity'
import { readPartFor } from '../../store/readJointMeetings'
import { readAttended } from '../../store/readFactsWithActivities'
import { isWaiting } from '../../store/readRoll'
import { activityLine, mayRun } from '../activity/activityCard'
import { recordCheckIn } from './recordCheckIn'

interface AtTheDoor {
  member: Member
  /** Whose code was shown. */
  shown: ActivityWithChair
  /** Where it is entered: of a joint meeting the own branch's part. */
  activity: ActivityWithChair
  openedAt: number
  way: TicketWay
}

/** The ticket stands for the code: who holds it was there at `openedAt`, however long consent and binding took since. */
async function load(
  { ticket }: ParsedRequestOf<'checkin.register'>,
  { caller, now }: Context,
): Promise<Found<AtTheDoor> | Refusal | null> {
  const { member, openId } = caller
  if (!member) return null
  const read = readTicket(ticket)
  const shown =
    read && (caller.door?.activity ?? (await readActivityAtDoor({ _id: read.activityId }, member._id)))
  if (!shown) return refuse('ticket_expired')
  // Recording removes the key; a draft has never had one, so that nobody has a ticket for it.
  if (shown.codeKey === undefined)
    return shown.state === 'draft' ? refuse('ticket_expired') : refuse('ended', { title: shown.title })
  const verdict = verifyTicket(ticket, { openId, codeKey: shown.codeKey, now })
  if (!verdict.ok) return refuse('ticket_expired')
  const { openedAt, way } = verdict
  return { about: {}, loaded: { member, shown, activity: await readPartFor(shown, member), openedAt, way } }
}

/**
 * Who is asked where the caller could have made the code alone (runs the meeting or the branch, works for the community): another organiser or
 * another who runs the branch; at a service the community's other staff.
 */
async function secondFor(
  { member, shown, activity, way }: AtTheDoor,
  context: Context,
): Promise<{ waits?: true; witnessId?: string }> {
  const { caller, today } = context
  const holdsKey = mayRun(shown, context)
  const memberId = member._id
  if (way !== 'scan' || weightOf({ what: 'entry', way, holdsKey }, caller, { memberId }) !== 'waits')
    return {}
  if (activity.hostType === 'community') return { waits: true }
  const branchId = membershipOn(member, today)?.branchId ?? activity.branchId
  return { waits: true, witnessId: await askedAt(branchId, memberId, context) }
}

async function countsOf(fact: Fact, { member, activity }: AtTheDoor, now: number) {
  const duties = await readDuties(now)
  const { facts, activities } = await readAttended(member._id, countedWithin(fact, activity, duties))
  const others = activities.filter(({ _id }) => _id !== activity._id)
  const context = { member, duties, facts, activities: [...others, activity], now }
  return countsTowards(fact, activity, context)
}

export const registerAttendance = useCase(
  'checkin.register',
  load,
  async ({ nonce, fromAlbum }, context, door) => {
    const { now, names } = context
    const { member, activity, openedAt, way } = door
    const second = await secondFor(door, context)
    const entry = {
      activity,
      member,
      way,
      occurredAt: openedAt,
      by: member._id,
      nonce,
      fromAlbum,
      ...second,
    }
    const outcome = await recordCheckIn(entry, context)
    if (!outcome.ok) return outcome
    const fact = outcome.data
    return done({
      name: names.acting(member),
      guest: fact.guest === true,
      at: fact.occurredAt,
      way: fact.way,
      ...(isWaiting(fact) && { waits: true }),
      activity: activityLine(activity, names),
      counts: await countsOf(fact, door, now),
    })
  },
  ({ ticket }) => readTicket(ticket)?.activityId,
)
