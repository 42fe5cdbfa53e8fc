import type { Activity } from '@domain/activity/activity'
import { type Action, actions } from '@domain/contract/actions'
import { anActivity } from '@domain/testing/builders'
import { MOMENT } from '../people'
import type { About } from './expected'

const startsAt = MOMENT
const times = { startsAt, endsAt: startsAt + 90 * 60_000 }
type Kind = Pick<Activity, 'kind' | 'hostId' | 'hostType' | 'branchId'>

interface Hosting {
  about: About
  activity: Kind
  startsAt: number
}

/** A meeting of a branch, one of a branch whose record stands, of a group, of a unit's 中心组, and a service of a community. */
export const hosts = {
  branch: {
    about: { branch: 'branch1', host: 'branch1' },
    activity: { kind: 'study', hostId: 'branch1', hostType: 'branch', branchId: 'branch1' },
    startsAt,
  },
  recorded: {
    about: { branch: 'branch1', host: 'branch1', isRecorded: true },
    activity: { kind: 'study', hostId: 'branch1', hostType: 'branch', branchId: 'branch1' },
    startsAt,
  },
  group: {
    about: { branch: 'branch1', group: 'group1', host: 'group1', isGroupMeeting: true },
    activity: { kind: 'group_meeting', hostId: 'group1', hostType: 'group', branchId: 'branch1' },
    startsAt,
  },
  unit: {
    about: { unit: 'unit1', host: 'unit1' },
    activity: { kind: 'unit_theory_study', hostId: 'unit1', hostType: 'unit', branchId: 'unit1' },
    startsAt,
  },
  community: {
    about: { place: 'community1', host: 'community1' },
    activity: {
      kind: 'community_service',
      hostId: 'community1',
      hostType: 'community',
      branchId: 'community1',
    },
    startsAt,
  },
} satisfies Record<string, Hosting>
export type Host = keyof typeof hosts

export const meetingId = (action: Action, host: Host): string => `${action.replace('.', '-')}-${host}`

/** A plan as the phone sends it. */
export const planOf = (host: Host | 'service'): object =>
  host === 'service'
    ? { communityId: 'community1', serviceKind: 'theme', title: '清洁家园', place: '广场', ...times }
    : {
        kind: hosts[host].activity.kind,
        hostId: hosts[host].activity.hostId,
        title: '学习',
        place: '会议室',
        carries: [],
        agenda: [],
        expectedIds: ['subject'],
        ...times,
      }

/** The same of the day before. */
export const heldPlan = (host: Host): object => ({
  ...planOf(host),
  startsAt: times.startsAt - 86_400_000,
  endsAt: times.endsAt - 86_400_000,
})

const stateOf = (action: Action, host: Host) => {
  if (host === 'recorded') return 'recorded'
  return action === 'service.join' ? 'published' : 'open'
}

/** Of the month before, closed since. */
export const heldInAugust = anActivity({
  ...hosts.recorded.activity,
  _id: 'held-in-august',
  startsAt: startsAt - 30 * 86_400_000,
  endsAt: startsAt - 30 * 86_400_000 + 5_400_000,
  state: 'recorded',
  expected: [{ memberId: 'subject', standing: 'full' }],
  absences: [{ memberId: 'subject', reason: 'public_duty' }],
  chairId: 'chair',
  nonce: 'nonce-held-in-august',
})

/** Open, run by chair, recorder and creator; what one action does to its own touches no other's. */
export const meetings = (Object.keys(actions) as Action[])
  .filter((action) => /^(activity|checkin|service|paper)\./.test(action))
  .flatMap((action) =>
    (Object.keys(hosts) as Host[]).map((host) =>
      anActivity({
        ...hosts[host].activity,
        ...times,
        // One may still enrol for what has not begun.
        ...(action === 'service.join' && { startsAt: startsAt + 86_400_000, endsAt: startsAt + 90_000_000 }),
        _id: meetingId(action, host),
        ...(action === 'activity.lateEntry' && {
          late: { at: 1, by: 'creator', asked: 'branch1', confirmed: null },
        }),
        state: stateOf(action, host),
        expected: [{ memberId: 'subject', standing: 'full' }],
        chairId: 'chair',
        recorderId: 'recorder',
        createdBy: 'creator',
        nonce: `nonce-${meetingId(action, host)}`,
        posterId: `poster-${meetingId(action, host)}`,
      }),
    ),
  )
