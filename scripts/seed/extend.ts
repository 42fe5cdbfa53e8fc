import type { ExemptionCategory } from '@domain/contract/words'
import type { Day } from '@domain/time/day'
import type { HouseholdLink, MemberRow, Roster } from './readRoster'

export type Change =
  | { standing: '预备党员' }
  | { exemption: ExemptionCategory; from: Day; to?: Day }
  | { shares: HouseholdLink }
  | { arrivedOn: Day }
  | { transferredOn: Day; fromBranch: string; fromGroup?: string }

export interface Extension {
  /** 序号 of the member register. */
  register: number
  change: Change
  because: string
}

const probationary = (register: number): Extension => ({
  register,
  change: { standing: '预备党员' },
  because: 'the register knows one probationary member in a thousand; votes and records need the split',
})

/**
 * What the register is too even to show. Nobody is added: 1,046 people stay 1,046. A branch with neither committee nor groups
 * needs no line here, the register has three (县残联第二党支部, 县工业和信息化局党支部, 县交通运输局党支部).
 */
export const extensions: Extension[] = [
  ...[639, 644, 625, 895, 532, 742, 241, 508, 570, 946, 191, 849, 271, 713, 42, 987, 35, 298, 798, 193].map(
    probationary,
  ),
  ...[61, 70, 774].map(probationary),
  {
    register: 651,
    change: { exemption: 'health', from: '2026-08-20', to: '2026-10-31' },
    because: '病休 in the demo branch: the matrix shows 不要求',
  },
  {
    register: 340,
    change: { exemption: 'health', from: '2026-02-09', to: '2026-05-31' },
    because: '病休 that is over: an old month differs from this one',
  },
  {
    register: 930,
    change: { exemption: 'health', from: '2026-09-16', to: '2026-09-30' },
    because: '病休 of exactly half of September: 15 of 30 days lift the month',
  },
  {
    register: 291,
    change: { exemption: 'health', from: '2026-09-17', to: '2026-09-30' },
    because: '病休 of a day less than half: nothing is lifted',
  },
  {
    register: 290,
    change: { exemption: 'abroad', from: '2026-03-02', to: '2026-12-31' },
    because: '出国 within one year',
  },
  { register: 780, change: { exemption: 'abroad', from: '2025-09-01' }, because: '出国 without an end' },
  {
    register: 645,
    change: { exemption: 'resident_in_village', from: '2025-07-01', to: '2027-06-30' },
    because: '驻村 in the demo branch: home meetings are not owed, visits are',
  },
  {
    register: 637,
    change: { shares: { code: 'F0484', village: '清水村' } },
    because: 'one household linked by two members of one branch',
  },
  {
    register: 200,
    change: { shares: { code: 'F0147', village: '杨家沟村' } },
    because: 'one household linked by two members, one of them from the work committee',
  },
  {
    register: 653,
    change: { arrivedOn: '2026-09-18' },
    because: 'from outside the county, 13 of 30 days left: September is not owed',
  },
  {
    register: 888,
    change: { arrivedOn: '2026-09-16' },
    because: 'from outside the county, exactly half of September left: it is owed',
  },
  {
    register: 602,
    change: {
      transferredOn: '2026-05-18',
      fromBranch: '县教育局党支部',
      fromGroup: '县教育局党支部第二党小组',
    },
    because: 'moved between branches inside a month: credits go along',
  },
  {
    register: 920,
    change: { transferredOn: '2026-09-01', fromBranch: '县工业和信息化局党支部' },
    because: 'moved on the first day of the running month, from a branch without groups',
  },
]

/** A row of the register with what was added to it by hand. */
export interface ExtendedRow extends MemberRow {
  exemptions: { category: ExemptionCategory; from: Day; to?: Day }[]
  arrivedOn?: Day
  transfer?: { on: Day; fromBranch: string; fromGroup?: string }
}

function applied(row: ExtendedRow, change: Change): ExtendedRow {
  if ('standing' in change) return { ...row, standing: change.standing }
  if ('shares' in change) return { ...row, households: [...row.households, change.shares] }
  if ('arrivedOn' in change) return { ...row, arrivedOn: change.arrivedOn }
  if ('exemption' in change) {
    const { exemption: category, ...dates } = change
    return { ...row, exemptions: [...row.exemptions, { category, ...dates }] }
  }
  const { transferredOn: on, ...from } = change
  return { ...row, transfer: { on, ...from } }
}

export function extend(roster: Roster): ExtendedRow[] {
  const rows = new Map<number, ExtendedRow>(
    roster.members.map((row) => [row.number, { ...row, exemptions: [] }]),
  )
  for (const { register, change } of extensions) {
    const row = rows.get(register)
    if (!row) throw new Error(`the register has no member ${register}`)
    rows.set(register, applied(row, change))
  }
  return [...rows.values()]
}
