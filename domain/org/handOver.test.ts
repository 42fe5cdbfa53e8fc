import fc from 'fast-check'
import { aMember } from '../testing/builders'
import { handOver, keepsHousehold, leftSince } from './handOver'
import type { LinkedHousehold } from './member'

const ON = '2026-09-22'
const linked = (_id: string, ...households: LinkedHousehold[]) => aMember({ _id, households })
const old = linked(
  'old',
  { householdId: 'h1', from: '2026-01-01' },
  { householdId: 'h2', from: '2026-03-01' },
)
const fresh = linked('fresh')

test('the day of the hand-over is the last of the one and the first of the other; other households stay', () => {
  const { from, to } = handOver({ from: old, to: fresh }, 'h1', ON)
  expect(from.households).toEqual([
    { householdId: 'h1', from: '2026-01-01', to: ON },
    { householdId: 'h2', from: '2026-03-01' },
  ])
  expect(to.households).toEqual([{ householdId: 'h1', from: ON }])
})

test('who has left is not changed any more, and the household begins anew', () => {
  const gone = linked('gone', { householdId: 'h1', from: '2026-01-01', to: '2026-08-31' })
  const after = handOver({ from: gone, to: fresh }, 'h1', ON)
  expect(after.from).toBe(gone)
  expect(keepsHousehold(after.to, 'h1')).toBe(true)
})

test('handed back on the same day it goes on as if it had never been given away', () => {
  const there = handOver({ from: old, to: fresh }, 'h1', ON)
  const back = handOver({ from: there.to, to: there.from }, 'h1', ON)
  expect(back.to.households).toEqual(old.households)
  expect(keepsHousehold(back.from, 'h1')).toBe(false)
})

test('earlier links of who takes it stay history', () => {
  const before = linked('fresh', { householdId: 'h1', from: '2025-01-01', to: '2025-06-30' })
  expect(handOver({ from: old, to: before }, 'h1', ON).to.households).toEqual([
    ...before.households,
    { householdId: 'h1', from: ON },
  ])
})

test('what one had on days that can be entered still, and has no more: each with its last day', () => {
  const had = linked(
    'had',
    { householdId: 'long ago', from: '2026-01-01', to: '2026-08-31' },
    { householdId: 'h1', from: '2026-01-01', to: '2026-09-03' },
    { householdId: 'h1', from: '2026-09-10', to: '2026-09-21' },
    { householdId: 'back', from: '2026-01-01', to: '2026-09-03' },
    { householdId: 'back', from: '2026-09-10' },
    { householdId: 'today', from: '2026-01-01', to: ON },
  )
  expect([...leftSince(had, '2026-09-01', ON)]).toEqual([['h1', '2026-09-21']])
  expect([...leftSince(had, '2026-09-22', ON)]).toEqual([])
})

test('done twice it is done once, and nobody is linked twice on a day', () => {
  const day = fc.constantFrom('2026-01-01', '2026-09-01', ON)
  fc.assert(
    fc.property(day, fc.boolean(), (from, has) => {
      const pair = {
        from: linked('old', { householdId: 'h1', from }),
        to: has ? linked('fresh', { householdId: 'h1', from }) : fresh,
      }
      const once = handOver(pair, 'h1', ON)
      expect(handOver(once, 'h1', ON)).toEqual(once)
      expect(once.to.households.filter(({ to }) => to === undefined)).toHaveLength(1)
    }),
  )
})
