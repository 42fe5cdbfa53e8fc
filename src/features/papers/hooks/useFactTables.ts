import { useCloudQuery } from '@/cloud/useCloudQuery'
import type { Months } from './useFactPapers'

/** 支部一张, 党员一张, 全县直汇总. */
export const factKinds = ['branch', 'members', 'county'] as const
export type FactKind = (typeof factKinds)[number]

/** The table of the kind that is shown; the others are not asked for. */
export function useFactTables(kind: FactKind, branchId: string, { from, until }: Months) {
  const months = { periodKey: from, until }
  const branch = useCloudQuery('paper.factsOfBranch', { branchId, ...months }, { enabled: kind === 'branch' })
  const members = useCloudQuery(
    'paper.factsOfMembers',
    { branchId, ...months },
    { enabled: kind === 'members' },
  )
  const county = useCloudQuery('paper.factsOfCounty', months, { enabled: kind === 'county' })
  return { branch, members, county }
}
