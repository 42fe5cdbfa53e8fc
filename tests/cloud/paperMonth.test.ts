import type { ActivityForm } from '@domain/contract/activity'
import { at } from '@domain/testing/at'
import { readSheet } from 'read-excel-file/node'
import { MOMENT, openIdOf, unboundId } from './people'
import { aForm, checkIn, newNonce, officer, openMeeting, secretary, World } from './world'

/** 无手机月: what a branch held in a month, once by scans and once entered from paper lists afterwards. */
const all = aForm().expectedIds
const of = (first: number) => all.slice(first, first + 4)
const hour = 3_600_000
const meeting = (day: string, form: Partial<ActivityForm>, absentIds: readonly string[] = []) => {
  const startsAt = at(`2026-09-${day} 15:00`)
  const whole = aForm({ carries: [], startsAt, endsAt: startsAt + hour, ...form })
  return { form: whole, absentIds, presentIds: whole.expectedIds.filter((id) => !absentIds.includes(id)) }
}
const group = (n: number) => ({
  kind: 'group_meeting' as const,
  ...{ hostId: `group${n}`, title: `第${n}组`, expectedIds: of((n - 1) * 4) },
})
const lecturer = { lecturerId: 'm1', topic: '守初心' }
const month = [
  meeting('03', { kind: 'study', title: '集中学习' }, ['m5', 'm12']),
  meeting('07', { kind: 'committee_meeting', title: '支委会', expectedIds: ['m1', 'm2', 'm3'] }, ['m3']),
  meeting('08', group(1)),
  meeting('09', group(2), ['m8']),
  meeting('10', group(3), ['m9', 'm10']),
  meeting('11', { title: '主题党日', carries: ['study'] }, ['m4']),
  meeting('14', { kind: 'general_meeting', title: '党员大会' }, ['m7']),
  meeting('16', { kind: 'lecture', title: '党课', ...lecturer }, ['m6', 'm10']),
]
type Meeting = (typeof month)[number]

const settle = async (world: World, activityId: string, { absentIds }: Meeting) => {
  for (const memberId of absentIds)
    await world.get(secretary, 'activity.settle', { activityId, memberId, reason: 'public_duty' })
  await world.get(secretary, 'activity.confirmRecord', { activityId })
}

/** Whoever runs it, and who has no WeChat, is ticked by somebody else who runs it; all others scan. */
async function byScans(world: World, held: Meeting): Promise<void> {
  world.emulator.clock.set(held.form.startsAt)
  const { activityId, code } = await openMeeting(world, secretary, held.form)
  for (const memberId of held.presentIds) {
    const by = memberId === 'm2' ? secretary : officer
    if (['m1', 'm2', 'm3', 'm6', unboundId].includes(memberId))
      await world.get(by, 'checkin.tick', {
        activityId,
        memberId,
        way: 'roll_call',
        occurredAt: world.now(),
        nonce: newNonce(),
      })
    else expect(await checkIn(world, memberId, code())).toMatchObject({ ok: true })
  }
  world.emulator.clock.set(held.form.endsAt)
  await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
  await settle(world, activityId, held)
}

/** On the 18th, by the secretary; the officer says the second word. */
async function fromPaper(world: World, { form, presentIds, absentIds }: Meeting): Promise<void> {
  world.emulator.clock.set(at('2026-09-18 10:00'))
  const absent = absentIds.map((memberId) => ({ memberId, reason: 'public_duty' }))
  const request = { nonce: newNonce(), form, presentIds, absent }
  const { activityId } = await world.get(secretary, 'activity.enterHeld', request)
  const { seen } = await world.get(officer, 'activity.lateEntry', { activityId })
  await world.get(officer, 'activity.confirmLate', { activityId, agree: true, seen })
  await world.get(secretary, 'activity.confirmRecord', { activityId })
}

/** Every number of every page and paper of the month, but how each came in. */
async function numbersOf(world: World) {
  world.emulator.clock.set(MOMENT)
  const { duties, rows } = await world.get(secretary, 'progress.branch', { branchId: 'branch1' })
  const homes = await Promise.all(
    all.filter((id) => id !== unboundId).map((id) => world.get(openIdOf(id), 'progress.home')),
  )
  const paper = async (kind: string, sheet: string) => {
    const request = { branchId: 'branch1', periodKey: '2026-Q3', paper: kind }
    const { content } = await world.get(secretary, 'paper.ofBranch', request)
    return readSheet(Buffer.from(content, 'base64'), sheet)
  }
  const [summary, took] = [await paper('ledger', '汇总'), await paper('participation', '情况表')]
  return {
    branch: duties.map(({ line: { label, state, done, needed } }) => ({ label, state, done, needed })),
    members: rows.map(({ name, cells }) => ({ name, cells })),
    homes: homes.map(({ name, month: { duties: own, life } }) => ({
      name,
      own: own.map(({ label, state, done }) => ({ label, state, done })),
      life: life.map(({ label, attended, held }) => ({ label, attended, held })),
    })),
    ledger: summary.slice(3).map((row) => row.slice(0, 3)),
    took: took.slice(2),
    late: summary.slice(3).map((row) => row[3]),
  }
}

async function monthOf(enter: (world: World, held: Meeting) => Promise<void>) {
  const world = await World.start()
  try {
    for (const held of month) await enter(world, held)
    return await numbersOf(world)
  } finally {
    await world.stop()
  }
}

test('a month entered from paper ends in the numbers of the month by scans, marked as entered afterwards', async () => {
  const { late, ...scanned } = await monthOf(byScans)
  const { late: lateOnPaper, ...entered } = await monthOf(fromPaper)
  expect(entered).toEqual(scanned)
  const sum = (numbers: readonly unknown[]) => numbers.reduce((total: number, one) => total + Number(one), 0)
  // The eight, and the study that the 主题党日 carried.
  expect([sum(late), sum(lateOnPaper)]).toEqual([0, month.length + 1])
  // It is no comparison of two empty months.
  expect(scanned.branch.filter(({ done }) => done > 0).length).toBeGreaterThanOrEqual(6)
})
