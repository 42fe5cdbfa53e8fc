import type { Activity } from '@domain/activity/activity'
import { type Period, periodsIn } from '@domain/time/period'
import { type HeldMeetings, stands } from './heldMeetings'
import { dayAt, placeOn, type Rows } from './rows'

export const expectedAt = ({ expected }: Activity): string[] => expected.map(({ memberId }) => memberId)

/** What the forms of a branch come to, counted from the stored rows. */
export class OfPapers {
  constructor(
    private readonly rows: Rows,
    private readonly held: HeldMeetings,
    private readonly year: Period,
  ) {}

  /** What a branch and its groups have held in the year. */
  meetings(branchId: string): Activity[] {
    return this.rows.activities.filter(
      (one) =>
        one.branchId === branchId && dayAt(one.startsAt).startsWith(this.year.key) && this.held.isOver(one),
    )
  }

  /** Of those who were expected, who came. */
  cameOf(meeting: Activity): string[] {
    const there = this.held.cameTo(meeting)
    return expectedAt(meeting).filter((id) => there.has(id))
  }

  /** Whoever was of a branch in the year or expected at its meetings: how often they came, and were expected. */
  participation(branchId: string): [name: string, came: number, expected: number][] {
    const { from: first, to: last } = this.year
    const own = this.meetings(branchId)
    return this.rows.members
      .filter(
        ({ _id, memberships }) =>
          memberships.some(
            (one) => one.branchId === branchId && one.from <= last && (one.to ?? last) >= first,
          ) || own.some((meeting) => expectedAt(meeting).includes(_id)),
      )
      .sort((a, b) => a.order - b.order)
      .map(({ _id, name }) => [
        name,
        own.filter((meeting) => this.cameOf(meeting).includes(_id)).length,
        own.filter((meeting) => expectedAt(meeting).includes(_id)).length,
      ])
  }

  /** Month by month of whoever paid in a branch: a tick, nothing, or that they were elsewhere. */
  dues(branchId: string): ('✓' | '暂无记录' | null)[][] {
    const months = periodsIn('month', this.year)
    const ticked = new Set(
      this.rows.facts
        .filter((one) => one.kind === 'tick' && one.dutyId === 'dues' && stands(one))
        .map(({ memberId, periodKey = '' }) => `${memberId} ${periodKey}`),
    )
    return this.rows.members
      .filter((one) => months.some(({ to }) => placeOn(one, to)?.branchId === branchId))
      .sort((a, b) => a.order - b.order)
      .map((one) =>
        months.map(({ key, to }) => {
          if (placeOn(one, to)?.branchId !== branchId) return '暂无记录'
          return ticked.has(`${one._id} ${key}`) ? '✓' : null
        }),
      )
  }
}
