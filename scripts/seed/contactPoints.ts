import type { ContactPoint } from '@domain/org/member'
import { memberId } from './buildHouseholds'
import { named, type Organisations } from './buildOrganisations'
import type { ExtendedRow } from './extend'
import { demoBranchName, demoRegisters, guestBranchName } from './identities'

/** 联系点 of the county leaders, and the quarter in which each gave the lecture there. The register has no such column. */
const contactPoints: { register: number; branch: string; lecture?: string }[] = [
  { register: demoRegisters['demo-county-leader'], branch: demoBranchName, lecture: '2026-Q2' },
  { register: demoRegisters['demo-county-leader'], branch: guestBranchName },
  { register: 76, branch: '县教育局党支部', lecture: '2026-Q1' },
  { register: 90, branch: '县民政局党支部' },
  { register: 445, branch: '县交通运输局党支部', lecture: '2026-Q2' },
  { register: 756, branch: '县卫生健康局第二党支部', lecture: '2026-Q3' },
  { register: 804, branch: '县城投公司第一党支部' },
]

export function contactPointsOf(row: ExtendedRow, organisations: Organisations): ContactPoint[] | undefined {
  const own = contactPoints
    .filter(({ register }) => register === row.number)
    .map(({ branch }) => ({ branchId: named(organisations, branch)._id, from: '2026-01-01' }))
  return own.length > 0 ? own : undefined
}

/** The county leader who gives a branch's lecture of a quarter (2026-Q2), if one does. */
export function visitingLecturer(branch: string, quarter: string): string | undefined {
  const found = contactPoints.find((point) => point.branch === branch && point.lecture === quarter)
  return found && memberId(found.register)
}
