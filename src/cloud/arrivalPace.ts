import { useState } from 'react'

/** People come one after another; when nobody has for a while the next may wait a moment for the list. */
const QUICK_MS = 3000
const CALM_MS = 6000
const SLOW_MS = 15_000
const QUICK_FOR_MS = 60_000
const CALM_FOR_MS = 180_000

/**
 * How often (ms) a board is asked while people arrive: every 3 s until a minute has passed since it was opened or somebody came, every 6 s
 * until three minutes, then every 15 s. `arrivalPace(59_999) // 3000`
 */
export const arrivalPace = (quietMs: number): number =>
  quietMs < QUICK_FOR_MS ? QUICK_MS : quietMs < CALM_FOR_MS ? CALM_MS : SLOW_MS

/**
 * The pace of a board, from its answers alone: how many have come (undefined: not known yet), and when that was answered (ms). Nothing is timed
 * here; each answer says how long the next one may take. An answer after a minute without one is as good as opening the board anew: it was kept,
 * the phone was away, or there was no network.
 */
export function useArrivalPace(arrived: number | undefined, at: number): number {
  const [last, setLast] = useState({ arrived, at, since: at })
  const begins = arrived !== last.arrived || at - last.at >= QUICK_FOR_MS
  const since = begins ? at : last.since
  if (arrived !== last.arrived || at !== last.at) setLast({ arrived, at, since })
  return arrivalPace(at - since)
}
