import type { ActivityKind } from '../contract/words'
import { clockOf } from '../time/day'
import { quarterLabel } from '../time/format'
import { yearsFor } from './forYear'
import { kindLabels } from './kindLabels'

const quarterly: readonly ActivityKind[] = ['general_meeting', 'lecture', 'seminar']
const yearly: readonly ActivityKind[] = ['org_life_meeting', 'democratic_review', 'secretary_report']
/** Several hosts hold the same kind in one month, so the title says whose it is. */
const namesItsHost: readonly ActivityKind[] = ['group_meeting', 'community_service']

/**
 * The title a plan starts with: `9月主题党日`, `第三季度支部党员大会`, `2026年度组织生活会`, `第二党小组9月党小组会`. `forYear`: 所属年度, where another than the
 * one proposed for that day was chosen.
 */
export const suggestTitle = (kind: ActivityKind, at: number, hostName?: string, forYear?: number): string => {
  const { month } = clockOf(at)
  const label = kindLabels[kind]
  if (quarterly.includes(kind)) return `${quarterLabel(month)}${label}`
  if (yearly.includes(kind)) return `${forYear ?? yearsFor({ kind, startsAt: at })[0]}年度${label}`
  return `${namesItsHost.includes(kind) && hostName ? hostName : ''}${month}月${label}`
}
