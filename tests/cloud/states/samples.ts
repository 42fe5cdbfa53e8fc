import type { Activity } from '@domain/activity/activity'
import { leaveId } from '@domain/checkin/attendance'
import { mintActivityCode, mintMemberCode } from '@domain/checkin/code'
import { mintTicket } from '@domain/checkin/ticket'
import { at } from '@domain/testing/at'
import { openIdOf } from '../people'
import { staff } from '../places'
import { newNonce, secretary, type World } from '../world'
import { type Copy, meetingForm } from './stages'
import type { Time } from './tables'

/** Who asks what of a copy. */
export interface Asked {
  by: string
  data: Record<string, unknown> | Promise<Record<string, unknown>>
}
export interface Sample {
  ask: (copy: Copy, world: World, time: Time) => Asked
  /** What the activity is besides its state. */
  of?: Partial<Activity>
}

const m4 = openIdOf('m4')
const late = { late: { at: at('2026-09-22 15:05'), by: 'm1', asked: 'branch1', confirmed: null } }
const key = '0'.repeat(64)

type Give = (copy: Copy, world: World) => Record<string, unknown>
const sample = (by: string, give: Give = () => ({}), of?: Partial<Activity>): Sample => ({
  ask: (copy, world) => ({ by, data: { activityId: copy.activityId, ...give(copy, world) } }),
  ...(of && { of }),
})
const bySecretary = (give?: Give, of?: Partial<Activity>) => sample(secretary, give, of)
const to = (state: string) => () => ({ to: state })

/** What entering says of its hour: now, or where the day is over an hour of the meeting. */
const entered = ({ now }: { now: () => number }) => ({
  occurredAt: Math.min(now(), at('2026-09-22 15:30')),
  nonce: newNonce(),
})

const doors = (by: string): Record<string, Sample> => ({
  'checkin.open': {
    ask: ({ activityId, codeKey }, world) => ({
      by,
      data: { code: mintActivityCode({ activityId, codeKey: codeKey || key, now: world.now() }) },
    }),
  },
  'checkin.register': {
    ask: ({ activityId, codeKey }, world) => ({
      by,
      data: {
        ticket: mintTicket({ activityId, openId: by, codeKey: codeKey || key, now: world.now() }),
        nonce: newNonce(),
      },
    }),
  },
})

const strike = () => ({ memberId: 'm3', reason: '点错人' })

export const meetingSamples: Record<string, Sample> = {
  'activity.prepare': bySecretary(() => ({ branchId: 'branch1' })),
  'activity.save publish': bySecretary(() => ({
    nonce: newNonce(),
    form: { ...meetingForm(), title: '改了名' },
    publish: true,
  })),
  'activity.save keep': bySecretary(() => ({
    nonce: newNonce(),
    form: { ...meetingForm(), title: '改了名' },
    publish: false,
  })),
  'activity.leave': sample(m4, () => ({ leave: true, reason: 'private_matter', nonce: newNonce() })),
  'activity.leave back': sample(m4, () => ({ leave: false, nonce: newNonce() })),
  'activity.view': sample(m4),
  'committee.meeting': sample('openid-county'),
  'activity.board': bySecretary(),
  'activity.setState open': bySecretary(to('open')),
  'activity.setState closed': bySecretary(to('closed')),
  'activity.setState cancelled': bySecretary(to('cancelled')),
  'activity.record': bySecretary(),
  'activity.amend place': bySecretary(() => ({ place: '党员活动室', nonce: newNonce() })),
  'activity.amend year': bySecretary(() => ({ forYear: 2026, nonce: newNonce() }), {
    kind: 'org_life_meeting',
    carries: [],
  }),
  'activity.settle': bySecretary(() => ({ memberId: 'm4', reason: 'health' })),
  'activity.settleMany': bySecretary(() => ({ memberIds: ['m4'], reason: 'health' })),
  'activity.confirmRecord': bySecretary(),
  'activity.confirmRecord early': bySecretary(() => ({ beforeEnd: true })),
  'activity.takeBack': bySecretary(() => ({ reason: 'wording' })),
  'activity.lateEntry': sample(openIdOf('m2'), undefined, late),
  'activity.confirmLate': {
    of: late,
    ask: ({ activityId }, world) => ({
      by: openIdOf('m2'),
      data: world
        .get(openIdOf('m2'), 'activity.lateEntry', { activityId })
        .then(({ seen }) => ({ activityId, agree: true, seen })),
    }),
  },
  ...doors(m4),
  'checkin.tick': bySecretary((_, world) => ({
    memberId: 'm4',
    way: 'roll_call',
    ...entered({ now: () => world.now() }),
  })),
  'checkin.scanMember': bySecretary((_, world) => {
    const hours = entered({ now: () => world.now() })
    // Shown in the meeting's window, however early it is claimed to have been.
    const shownAt = Math.max(hours.occurredAt, at('2026-09-22 15:30'))
    return { code: mintMemberCode({ alias: 'alias-m8', codeKey: '08'.repeat(32), now: shownAt }), ...hours }
  }),
  'checkin.strike': bySecretary(strike),
  'checkin.restore': bySecretary(() => ({ memberId: 'm5', reason: '没有点错' })),
  'checkin.backfill': bySecretary(() => ({
    memberId: 'm4',
    witnessId: 'm2',
    reason: '手机没电',
    nonce: newNonce(),
  })),
  'checkin.witness': {
    ask: ({ activityId }) => ({
      by: openIdOf('m2'),
      data: { factId: `${activityId}_m7`, agree: true },
    }),
  },
  'checkin.witness leave': {
    ask: ({ activityId }) => ({
      by: openIdOf('m2'),
      data: { factId: leaveId(activityId, 'm9'), agree: true },
    }),
  },
  'checkin.makeUp': bySecretary(() => ({ memberId: 'm4', nonce: newNonce() })),
  'paper.ofMeeting minutes': bySecretary(() => ({ paper: 'minutes' })),
  'paper.ofMeeting sheet': bySecretary(() => ({ paper: 'sheet' })),
}

const proposed = { proposed: { branchId: 'branch1', by: 'm1', at: at('2026-09-20 10:00') } }

export const serviceSamples: Record<string, Sample> = {
  'activity.leave': sample(m4, () => ({ leave: true, reason: 'private_matter', nonce: newNonce() })),
  'activity.setState open': sample(staff, to('open')),
  'activity.setState closed': sample(staff, to('closed')),
  'activity.setState cancelled': sample(staff, to('cancelled')),
  'service.join': sample(m4, () => ({ join: true, nonce: newNonce() })),
  // An hour from now, whenever that is.
  'service.change': sample(staff, (_, world) => ({
    form: {
      ...{ communityId: 'community1', serviceKind: 'theme', title: '清洁家园', place: '小广场' },
      ...{ startsAt: world.now() + 3_600_000, endsAt: world.now() + 7_200_000 },
    },
  })),
  'service.prepare': sample(staff, () => ({ communityId: 'community1' })),
  'service.board': sample(staff),
  'service.enter': sample(staff, (_, world) => ({
    memberId: 'm9',
    ...entered({ now: () => world.now() }),
  })),
  'service.correct': sample(m4, () => ({ reason: '没扫上码', nonce: newNonce() })),
  'service.confirm': sample(staff, ({ activityId }) => ({ factIds: [`${activityId}_m7`] })),
  'activity.setState proposed': sample(staff, to('cancelled'), proposed),
  'proposal.accept': sample(staff, () => ({ communityId: 'community1' }), proposed),
  'proposal.decline': sample(staff, () => ({ communityId: 'community1', reason: 'not_now' }), proposed),
  'proposal.withdraw': sample(secretary, () => ({ branchId: 'branch1' }), proposed),
  ...doors(m4),
  'checkin.strike': sample(staff, strike),
}
