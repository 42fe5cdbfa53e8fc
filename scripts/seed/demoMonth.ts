import type { Way } from '@domain/contract/words'
import { memberId } from './buildHouseholds'
import { demoRegisters } from './identities'

/** September 2026 of 县农业农村局党支部, written by hand so that its pages show every kind of cell. */
export const demoMonth = '2026-09'

export interface DemoRow {
  study: Way | null
  service: boolean
  /** Days of September on which a linked household was visited; two on one day are two households. */
  visits: number[]
  dues: boolean
}

type Line = [register: number, study: Way | null, service: boolean, visits: number[], dues: boolean]

const lines: Line[] = [
  [628, 'scan', true, [5, 16], true],
  [629, 'scan', true, [6, 19], true],
  [630, 'roll_call', true, [9, 20], true],
  [631, 'scan', false, [], true],
  [632, 'scan', true, [7, 13], true],
  [633, 'scan', true, [12, 21], true],
  [634, 'scan', true, [5, 18], true],
  [635, 'scan', true, [14], false],
  [636, 'member_code', true, [6, 20], true],
  [637, 'scan', true, [13, 19], true],
  [638, 'scan', false, [8], true],
  [639, 'scan', true, [], true],
  [640, 'scan', true, [10, 17], true],
  [641, 'backfill', true, [11, 19], true],
  [642, 'roll_call', true, [], true],
  [643, 'roll_call', false, [15], true],
  [644, null, true, [12, 20], false],
  // In the village: home meetings are not owed, visits are.
  [645, null, true, [3, 7], true],
  [646, 'scan', true, [6, 16], true],
  [647, 'scan', true, [9, 18], true],
  [648, 'scan', false, [], false],
  [649, 'roll_call', true, [13, 13], true],
  [650, 'paper', true, [], false],
  // On sick leave, and arrived on the 18th.
  [651, null, false, [], true],
  [652, 'scan', true, [19, 19], true],
  [653, null, false, [], false],
]

export const demoRows = new Map<string, DemoRow>(
  lines.map(([register, study, service, visits, dues]) => [
    memberId(register),
    { study, service, visits, dues },
  ]),
)

/** Visits entered afterwards that their village has not confirmed yet: register number and day of September. */
const entered: [register: number, date: number][] = [
  [647, 18],
  // 青山村, where the demo's contact is.
  [516, 19],
  [25, 17],
  [551, 18],
  [943, 16],
  [1015, 20],
]
export const waitingVisits = new Map(entered.map(([register, date]) => [memberId(register), date]))
/** 19:40, as an evening visit after work. */
export const eveningVisit = { memberId: memberId(638), date: 8 }

/** When exactly the demo member came, in minutes relative to the beginning, by title. */
export const demoArrivals: Record<string, number> = { 第三季度支部党员大会: -10, '9月集中学习': -4 }

/** Came to no meeting of the branch for three whole months: the secretary's page suggests a talk. */
export const quiet = { memberId: memberId(644), months: ['2026-06', '2026-07', '2026-08'] }

/** Who asked for leave from today's 主题党日. */
export const onLeaveToday = [memberId(640), memberId(651)]

export const demoRegister = (openId: keyof typeof demoRegisters): string => memberId(demoRegisters[openId])
