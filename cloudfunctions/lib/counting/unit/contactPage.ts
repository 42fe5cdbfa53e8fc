import type { Activity } from '@domain/activity/activity'
import { done } from '@domain/contract/answer'
import type { ContactPoints } from '@domain/contract/unit'
import { dutiesFor } from '@domain/duty/dutiesFor'
import { heldState } from '@domain/evidence/judgeActivity'
import { isInForce } from '@domain/org/membershipOn'
import { evaluateMember } from '@domain/progress/evaluateMember'
import { startOfDay } from '@domain/time/day'
import { periodOf } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { aboutSelf, named } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { isComing } from '../../meetings/activity/activityCard'
import { readMemberCalendar } from '../../meetings/activity/readMemberCalendar'
import { readCalendar } from '../../store/readCalendar'
import { dutyLine } from '../progress/dutyLine'

type Point = ContactPoints['points'][number]

const isLecture = ({ kind, carries, state }: Activity): boolean =>
  (kind === 'lecture' || carries.includes('lecture')) && state !== 'draft' && state !== 'cancelled'

/** What the leader gave at the branch, and what the branch as a whole has announced. */
function pointOf(
  branch: Point['branch'],
  activities: readonly Activity[],
  memberId: string,
  now: number,
): Point {
  const there = activities
    .filter(({ branchId }) => branchId === branch.id)
    .sort((a, b) => a.startsAt - b.startsAt)
  const brief = ({ _id, title, startsAt }: Activity) => ({ id: _id, title, startsAt })
  return {
    branch,
    lectures: there
      .filter((activity) => activity.lecturerId === memberId && isLecture(activity))
      .map((activity) => ({ ...brief(activity), held: heldState(activity, now) === 'held' }))
      .reverse(),
    coming: there
      .filter(
        (activity) => activity.hostType === 'branch' && activity.state !== 'draft' && isComing(activity, now),
      )
      .map((activity) => ({ ...brief(activity), place: activity.place })),
  }
}

/** 联系点 of a county leader. Whoever has none gets an empty page. */
export const contactPage = useCase(
  'unit.contact',
  aboutSelf,
  async (_request, { now, today, tree }, member) => {
    const year = periodOf('year', now)
    const branches = (member.contactPoints ?? [])
      .filter((point) => isInForce(point, today))
      .flatMap(({ branchId }) => tree.get(branchId) ?? [])
      .map(named)
    if (branches.length === 0) return done({ duties: [], points: [] })
    const since = startOfDay(year.from)
    const [allDuties, own, calendar] = await Promise.all([
      readDuties(now),
      readMemberCalendar(member, year.from, today),
      readCalendar(
        branches.map(({ id }) => id),
        since,
      ),
    ])
    const lectured = new Map(
      dutiesFor(allDuties, year)
        .filter(({ counts }) => counts.what === 'lectured')
        .map((duty) => [duty.id, duty]),
    )
    const duties = evaluateMember({
      member,
      duties: [...lectured.values()],
      period: year,
      now,
      tree,
      ...own,
    }).flatMap((progress) => {
      const duty = lectured.get(progress.dutyId)
      return duty ? [dutyLine(duty, progress)] : []
    })
    return done({ duties, points: branches.map((branch) => pointOf(branch, calendar, member._id, now)) })
  },
)
