import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import { at } from '@domain/testing/at'
import { aService, staff } from '../places'
import { aForm, checkIn, newNonce, secretary, type World } from '../world'
import { leaveId } from '@domain/checkin/attendance'
import { mintActivityCode } from '@domain/checkin/code'
import { openIdOf } from '../people'
import type { State, Time } from './tables'

/** An activity as the functions left it in a state, with who is entered there. */
interface Stage {
  activity: Activity
  facts: Fact[]
}
export type Stages = Record<State, Stage>

/** The meeting's day is the 22nd of September, 15:00 to 16:40. */
export const instants: Record<'meeting' | 'service', Record<Time, number>> = {
  meeting: { before: at('2026-09-21 10:00'), during: at('2026-09-22 15:30'), after: at('2026-09-24 09:00') },
  service: { before: at('2026-09-21 10:00'), during: at('2026-09-22 15:30'), after: at('2026-10-20 09:00') },
}

const stageOf = ({ emulator: { database } }: World, activityId: string): Stage => {
  const [activity] = database.find('activities', { _id: activityId }) as unknown as Activity[]
  if (!activity) throw new Error(activityId)
  return { activity, facts: database.find('facts', { activityId }) as unknown as Fact[] }
}

/**
 * m3 has come, m5 was struck out, m4 is missing and, once it is closed, settled; m7 is nobody's guest and waits for m2; m9 asked for 请假 once it
 * had begun, which the secretary did not grant once it was closed.
 */
export const meetingForm = () => aForm({ expectedIds: ['m3', 'm4', 'm5', 'm6', 'm9'] })

export async function meetingStages(world: World): Promise<Stages> {
  const save = async (publish: boolean) =>
    (await world.get(secretary, 'activity.save', { nonce: newNonce(), form: meetingForm(), publish }))
      .activityId
  const draft = stageOf(world, await save(false))
  const run = async () => {
    const activityId = await save(true)
    const about = { activityId }
    const published = stageOf(world, activityId)
    world.emulator.clock.set(at('2026-09-22 15:10'))
    await world.get(secretary, 'activity.setState', { ...about, to: 'open' })
    const entry = { way: 'roll_call', occurredAt: world.now() }
    for (const memberId of ['m3', 'm5', 'm6'])
      await world.get(secretary, 'checkin.tick', { ...about, ...entry, memberId, nonce: newNonce() })
    await world.get(secretary, 'checkin.strike', { ...about, memberId: 'm5', reason: '点错人' })
    const late = { memberId: 'm7', witnessId: 'm2', reason: '手机没电', nonce: newNonce() }
    await world.get(secretary, 'checkin.backfill', { ...about, ...late })
    const asked = { leave: true, reason: 'health', nonce: newNonce() }
    await world.get(openIdOf('m9'), 'activity.leave', { ...about, ...asked })
    return { activityId, published, open: stageOf(world, activityId) }
  }
  const { activityId, published, open } = await run()
  await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
  await world.get(secretary, 'checkin.witness', { factId: leaveId(activityId, 'm9'), agree: false })
  const away = { memberIds: ['m4', 'm5', 'm9'], reason: 'private_matter' }
  await world.get(secretary, 'activity.settleMany', { activityId, ...away })
  const closed = stageOf(world, activityId)
  await world.get(secretary, 'activity.confirmRecord', { activityId, beforeEnd: true })
  const recorded = stageOf(world, activityId)
  const other = await run()
  await world.get(secretary, 'activity.setState', { activityId: other.activityId, to: 'cancelled' })
  return { draft, published, open, closed, recorded, cancelled: stageOf(world, other.activityId) }
}

/** m3 has come, m5 was struck out, m7 stands on the paper list. A service is never a draft; one that was is answered as any other. */
export async function serviceStages(world: World): Promise<Stages> {
  const run = async () => {
    const { activityId } = await world.get(staff, 'service.publish', { nonce: newNonce(), form: aService() })
    const published = stageOf(world, activityId)
    world.emulator.clock.set(at('2026-09-22 15:10'))
    await world.get(staff, 'activity.setState', { activityId, to: 'open' })
    const { codeKey = '' } = published.activity
    const code = mintActivityCode({ activityId, codeKey, now: world.now() })
    for (const memberId of ['m3', 'm5']) await checkIn(world, memberId, code)
    await world.get(staff, 'checkin.strike', { activityId, memberId: 'm5', reason: '没有来' })
    const entry = { memberId: 'm7', occurredAt: world.now(), nonce: newNonce() }
    await world.get(staff, 'service.enter', { activityId, ...entry })
    return { activityId, published, open: stageOf(world, activityId) }
  }
  const { activityId, published, open } = await run()
  await world.get(staff, 'activity.setState', { activityId, to: 'closed' })
  const closed = stageOf(world, activityId)
  const { codeKey: _, ...recordedRow } = closed.activity
  const recorded = {
    ...closed,
    activity: { ...recordedRow, state: 'recorded' as const, recordedAt: world.now() },
  }
  const { codeKey: __, publishedAt: ___, ...draftRow } = published.activity
  const draft = { facts: [], activity: { ...draftRow, state: 'draft' as const } }
  const other = await run()
  await world.get(staff, 'activity.setState', { activityId: other.activityId, to: 'cancelled' })
  return { draft, published, open, closed, recorded, cancelled: stageOf(world, other.activityId) }
}

let copies = 0

/** An activity of its own in that state, with its roll; `codeKey`: the one it has, or had. */
export function copyOf(world: World, stages: Stages, state: State, changed: Partial<Activity> = {}) {
  const { activity, facts } = stages[state]
  const activityId = `copy-${(copies += 1)}`
  const rename = (id: string) => id.replace(activity._id, activityId)
  const row = { ...activity, ...changed, _id: activityId, nonce: activityId }
  const { database } = world.emulator
  database.insertMany('activities', [row])
  const renamed = facts.map((fact) => ({ ...fact, _id: rename(fact._id), activityId }))
  if (renamed.length > 0) database.insertMany('facts', renamed)
  const codeKey = activity.codeKey ?? stages.open.activity.codeKey ?? ''
  return { activityId, codeKey, standing: () => stageOf(world, activityId) }
}
export type Copy = ReturnType<typeof copyOf>
