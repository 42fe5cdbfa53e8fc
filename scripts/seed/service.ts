import type { Activity } from '@domain/activity/activity'
import type { ActivityState } from '@domain/contract/words'
import type { Organisation } from '@domain/org/organisation'
import { at, DAY, dayAt, HOUR, MINUTE, PLANNED_AHEAD_MS } from './calendar'
import { demoMonth } from './demoMonth'
import { opaqueId, Random } from './random'
import { staffName } from './staffNames'
import { services } from './texts'

/** A 集中志愿服务 as a community plans it; what is left out is drawn. */
export interface ServicePlan {
  community: Organisation
  startsAt: number
  title?: string
  limit?: number
  /** Its record is not confirmed though its time has come: someone still waits. */
  leftClosed?: boolean
}

/** How many places are offered where there is a limit; no service is so small that someone was turned away. */
const limits = [50, 60, 80]

/** When it was published; the community's staff do so in the morning. */
const publishedAt = (startsAt: number): number => at(dayAt(startsAt - PLANNED_AHEAD_MS), 10)

interface Course {
  state: ActivityState
  /** publishedAt, openedAt … as far as it went. */
  stamps: Record<string, number>
}

/** How far it had come by `now`. */
function course({ startsAt, leftClosed = false }: ServicePlan, isCancelled: boolean, now: number): Course {
  const published = { publishedAt: publishedAt(startsAt) }
  const endsAt = startsAt + 2 * HOUR
  const cancelledAt = startsAt - DAY
  if (isCancelled && cancelledAt <= now) return { state: 'cancelled', stamps: { ...published, cancelledAt } }
  if (now < startsAt) return { state: 'published', stamps: published }
  const opened = { ...published, openedAt: startsAt - 15 * MINUTE }
  if (now < endsAt) return { state: 'open', stamps: opened }
  const closed = { ...opened, closedAt: endsAt }
  if (leftClosed) return { state: 'closed', stamps: closed }
  return { state: 'recorded', stamps: { ...closed, recordedAt: endsAt + 30 * MINUTE } }
}

/** The service as the cloud has it at `now`; null while nobody has published it. */
export function service(plan: ServicePlan, now: number): Activity | null {
  const { community, startsAt } = plan
  if (publishedAt(startsAt) > now) return null
  const day = dayAt(startsAt)
  const random = new Random('service', community._id, day)
  const drawn = random.pick(Object.keys(services))
  const title = plan.title ?? drawn
  const isCancelled = !day.startsWith(demoMonth) && random.chance(0.02)
  const place = `${community.name.replace('党委', '')}${random.pick(['党群服务中心', '文化广场', '居民活动室'])}`
  const codeKey = random.hex(32)
  const limit =
    plan.limit ?? (plan.title === undefined && random.chance(0.25) ? random.pick(limits) : undefined)
  const { state, stamps } = course(plan, isCancelled, now)
  return {
    _id: opaqueId('a', community._id, day),
    kind: 'community_service',
    title,
    hostId: community._id,
    hostType: 'community',
    branchId: community._id,
    startsAt,
    endsAt: startsAt + 2 * HOUR,
    place,
    serviceKind: services[title] ?? 'theme',
    contact: staffName(community),
    ...(limit !== undefined && { limit }),
    posterId: random.word(16),
    carries: [],
    agenda: [],
    expected: [],
    ...(state !== 'recorded' && { codeKey }),
    absences: [],
    createdBy: community._id,
    state,
    ...stamps,
    nonce: random.word(12),
    updatedAt: new Date(Math.max(...Object.values(stamps))),
  }
}
