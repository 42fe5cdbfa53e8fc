import type { Template } from '@domain/contract/reminder'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { templateIds } from './countyTemplates'

/** How WeChat reaches a member for a template: not at all without identity, credit or template, or when the leader is to tell. */
export type Reach = (memberId: string) => { openId: string; templateId: string } | undefined

/** Two calls for any number of members. */
export async function readReach(memberIds: readonly string[], kind: Template): Promise<Reach> {
  const templateId = templateIds()[kind]
  if (templateId === '') return () => undefined
  const limit = 5000
  const [identities, credits] = await Promise.all([
    find('identities', { memberId: oneOf(memberIds), state: 'bound' }, { limit, fields: ['memberId'] }),
    find('credits', { _id: oneOf(memberIds) }, { limit, fields: [kind, 'byLeader', 'off'] }),
  ])
  const openIds = new Map(identities.map(({ _id, memberId }) => [memberId, _id]))
  const willing = new Set(
    credits
      .filter((one) => !one.byLeader && (one[kind] ?? 0) > 0 && !one.off?.includes(kind))
      .map(({ _id }) => _id),
  )
  return (memberId) => {
    const openId = openIds.get(memberId)
    return openId !== undefined && willing.has(memberId) ? { openId, templateId } : undefined
  }
}
