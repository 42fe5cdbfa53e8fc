import type { Template, Unreached } from '@domain/contract/reminder'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { templateIds } from './countyTemplates'

export interface Receiver {
  openId: string
  templateId: string
}

/** How WeChat reaches a member for a template, or why a person has to tell. */
export type Standing = (memberId: string) => Receiver | Unreached

/** How WeChat reaches a member for a template: not at all without identity, credit or template, or when the leader is to tell. */
export type Reach = (memberId: string) => Receiver | undefined

/** Two calls for any number of members. */
export async function readStanding(memberIds: readonly string[], kind: Template): Promise<Standing> {
  const templateId = templateIds()[kind]
  if (templateId === '') return () => 'not_open'
  const limit = 5000
  const [identities, credits] = await Promise.all([
    find('identities', { memberId: oneOf(memberIds), state: 'bound' }, { limit, fields: ['memberId'] }),
    find('credits', { _id: oneOf(memberIds) }, { limit, fields: [kind, 'byLeader', 'off'] }),
  ])
  const openIds = new Map(identities.map(({ _id, memberId }) => [memberId, _id]))
  const wallets = new Map(credits.map((one) => [one._id, one]))
  return (memberId) => {
    const openId = openIds.get(memberId)
    const wallet = wallets.get(memberId)
    if (openId === undefined) return 'unbound'
    if (wallet?.byLeader) return 'by_leader'
    if (wallet?.off?.includes(kind)) return 'off'
    return (wallet?.[kind] ?? 0) > 0 ? { openId, templateId } : 'no_credit'
  }
}

export async function readReach(memberIds: readonly string[], kind: Template): Promise<Reach> {
  const standing = await readStanding(memberIds, kind)
  return (memberId) => {
    const found = standing(memberId)
    return typeof found === 'string' ? undefined : found
  }
}
