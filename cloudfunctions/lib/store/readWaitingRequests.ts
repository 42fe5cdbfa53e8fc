import { retry } from '../wx/retry'
import { command, database } from '../wx/sdk'
import type { Identity } from './collections/identities'
import { oneOf } from './conditions'
import { type Nameable, nameShown } from './readPeople'

/** More than one decides about at a time; the rest shows when these are dealt with. */
const SHOWN = 150

const fields = ['requestId', 'memberId', 'branchId', 'activityId', 'requestedAt'] as const
const shown = Object.fromEntries(fields.map((field) => [field, 1]))

export type Waiting = Pick<Identity, '_id' | (typeof fields)[number]>

/** Identities that wait for a yes and gave digits, oldest first, with the members they name, in one call. */
export async function readWaitingRequests(
  branchIds: readonly string[],
): Promise<{ identity: Waiting; member: Nameable }[]> {
  const { list } = await retry(() =>
    database
      .collection('identities')
      .aggregate()
      .match({ state: 'requested', branchId: oneOf(branchIds), plain: null })
      .sort({ requestedAt: 1 })
      .limit(SHOWN)
      .lookup({ from: 'members', localField: 'memberId', foreignField: '_id', as: 'members' })
      .project({ ...shown, ...nameShown('members') })
      .end(),
  )
  return (list as (Waiting & { members: Nameable[] })[]).flatMap(({ members, ...identity }) =>
    members[0] && identity.memberId !== undefined ? [{ identity, member: members[0] }] : [],
  )
}

const { aggregate: $ } = command

/** Of how many phones somebody is asked for without digits, and when last (ms). */
export interface Unchecked {
  member: Nameable
  count: number
  at: number
}

/** Those who are asked for without digits, one line a person however many phones ask: no flood hides anybody. The newest first. */
export async function readUncheckedRequests(branchIds: readonly string[]): Promise<Unchecked[]> {
  const { list } = await retry(() =>
    database
      .collection('identities')
      .aggregate()
      .match({ state: 'requested', branchId: oneOf(branchIds), plain: command.exists(true) })
      .group({ _id: '$memberId', count: $.sum(1), at: $.max('$requestedAt') })
      .sort({ at: -1 })
      .limit(SHOWN)
      .lookup({ from: 'members', localField: '_id', foreignField: '_id', as: 'members' })
      .project({ count: 1, at: 1, ...nameShown('members') })
      .end(),
  )
  return (list as (Omit<Unchecked, 'member'> & { members: Nameable[] })[]).flatMap(
    ({ members, count, at }) => (members[0] ? [{ member: members[0], count, at }] : []),
  )
}

/** Branches of which somebody waits to be bound. */
export async function readAskedBranches(): Promise<string[]> {
  const { list } = await retry(() =>
    database
      .collection('identities')
      .aggregate()
      .match({ state: 'requested' })
      .group({ _id: '$branchId', count: $.sum(1) })
      .limit(1000)
      .end(),
  )
  return (list as { _id: string | null }[]).flatMap(({ _id }) => _id ?? [])
}
