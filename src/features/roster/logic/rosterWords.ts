import type { RosterRow } from '@domain/contract/roster'
import type { Standing } from '@domain/contract/words'
import { postLabels as registerPosts, standingLabels, unitPostLabels } from '@domain/registry/labels'
import { formatDay } from '@domain/time/format'

export const standings: readonly { key: Standing; label: string }[] = [
  { key: 'full', label: standingLabels.full },
  { key: 'probationary', label: standingLabels.probationary },
]

const postLabels: Record<string, string> = {
  ...registerPosts,
  theory_group_member: '中心组',
  unit_secretary: `党委（总支）${unitPostLabels.unit_secretary}`,
  unit_deputy_secretary: `党委（总支）${unitPostLabels.unit_deputy_secretary}`,
  unit_committee_member: `党委（总支）${unitPostLabels.unit_committee_member}`,
}
export const postLabel = (post: string): string => postLabels[post] ?? post

export const cadres = [
  { id: 'section', name: '科级领导干部' },
  { id: 'county', name: '县级领导干部' },
] as const

/** What stands below a name: group, posts, and what is unlike most. */
export function factsOf(row: RosterRow): string[] {
  const { group, posts, standing, cadre, exempt, leftOn } = row
  return [
    ...(leftOn ? [`${formatDay(leftOn)}离开`] : []),
    ...(group ? [group.name] : []),
    ...posts.map(postLabel),
    ...(standing === 'probationary' ? ['预备党员'] : []),
    ...cadres.flatMap(({ id, name }) => (id === cadre ? [name] : [])),
    ...(exempt ? ['不作硬性要求'] : []),
  ]
}
