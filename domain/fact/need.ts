import type { Day } from '../time/day'

/**
 * 需求 (DUTIES row 13): what a community or a village would like to have done. Whoever takes it has a 实事 of that title for that place, which goes on as
 * every other one. Of the family it is for nothing is written.
 */
export interface Need {
  _id: string
  /** The community or village: whose members may take it, and who confirms what was done. */
  placeId: string
  title: string
  /** Whom to ask, or what is there for it, in the words of who wrote it: 方晓云, 村里出料. */
  contact?: string
  /** The last day on which it is offered. */
  until: Day
  /** How many people it takes. */
  wanted: number
  by: string
  at: number
  nonce: string
  /** 撤回 (ms): offered to nobody any more; null: it stands. */
  withdrawn: { at: number; by: string } | null
  updatedAt: Date
}

/** Whether as many have done it as were wanted: `confirmed` by the place that asked. */
export const isDone = ({ wanted }: Pick<Need, 'wanted'>, confirmed: number): boolean => confirmed >= wanted

/** Whether a need may still be taken on a day: `isOffered({ until: '2026-10-15', withdrawn: null }, '2026-10-15') // true`. */
export const isOffered = ({ until, withdrawn }: Pick<Need, 'until' | 'withdrawn'>, today: Day): boolean =>
  !withdrawn && today <= until
