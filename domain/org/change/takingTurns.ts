import type { Day } from '../../time/day'

/**
 * Changes that are due, in the order of their days (then of asking), but of each asker the next one only after everybody's one before: however many
 * one person has asked for, the first of everybody else's is not behind them. Two of different askers never get in one another's way (clashes).
 */
export function takingTurns<T extends { by: string; on: Day; at: number }>(due: readonly T[]): T[] {
  const inOrder = [...due].sort((a, b) => (a.on === b.on ? a.at - b.at : a.on < b.on ? -1 : 1))
  const asked = new Map<string, number>()
  const turns = inOrder.map((change) => {
    const turn = asked.get(change.by) ?? 0
    asked.set(change.by, turn + 1)
    return { change, turn }
  })
  return turns.sort((a, b) => a.turn - b.turn).map(({ change }) => change)
}
