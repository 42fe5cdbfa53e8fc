import type { Activity } from '../activity/activity'
import { at } from '../testing/at'
import { aMember, anActivity } from '../testing/builders'
import { progressOf } from '../testing/progressOf'

const leader = aMember({ cadre: 'county', contactPoints: [{ branchId: 'branch9', from: '2026-01-01' }] })
const lecture = (_id: string, branchId: string, over: Partial<Activity> = {}) =>
  anActivity({
    _id,
    kind: 'lecture',
    branchId,
    hostId: branchId,
    lecturerId: 'm1',
    topic: '纪律建设',
    ...over,
  })

test('a lecture counts for who gave it, attended or not, once it was held', () => {
  const section = aMember({ cadre: 'section' })
  expect(
    progressOf('leader_lecture', { member: section, activities: [lecture('l1', 'branch1')] }).state,
  ).toBe('done')
  expect(
    progressOf('leader_lecture', {
      member: section,
      activities: [lecture('l1', 'branch1', { lecturerId: 'm2' })],
    }).done,
  ).toBe(0)
  const planned = [lecture('l1', 'branch1', { state: 'published', startsAt: at('2026-11-01 15:00') })]
  expect(progressOf('leader_lecture', { member: section, activities: planned }).state).toBe('planned')
})

test('one lecture at the contact point never fills both duties; a second one does', () => {
  const one = [lecture('l1', 'branch9')]
  expect(progressOf('leader_contact_lecture', { member: leader, activities: one }).done).toBe(1)
  expect(progressOf('leader_lecture', { member: leader, activities: one })).toMatchObject({
    done: 0,
    notCounted: [{ id: 'l1', reason: 'used_for_contact_point' }],
  })
  const two = [...one, lecture('l2', 'branch9')]
  expect(progressOf('leader_lecture', { member: leader, activities: two })).toMatchObject({
    done: 1,
    counted: [{ id: 'l2' }],
  })
})

test('a lecture elsewhere is none at the contact point; for a section cadre every place is equal', () => {
  const activities = [lecture('l1', 'branch1')]
  expect(progressOf('leader_contact_lecture', { member: leader, activities })).toMatchObject({
    done: 0,
    notCounted: [{ reason: 'not_at_contact_point' }],
  })
  expect(
    progressOf('leader_lecture', {
      member: { ...leader, cadre: 'section' },
      activities: [lecture('l1', 'branch9')],
    }).done,
  ).toBe(1)
})
