import { done, type Outcome, type Refusal, refuse } from '@domain/contract/answer'
import { auditedMany, type Telling } from '../../entry/audit/audited'
import { limitNew } from '../../entry/limit'
import type { Context } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { codePrefix } from '../../ground/codePrefix'
import { idFrom } from '../../ground/idFrom'
import type { Invitation } from '../../store/collections/invitations'
import { noneOf, oneOf } from '../../store/conditions'
import { insertMany } from '../../store/insertOnce'
import { updateAll, updateWhere } from '../../store/updateWhere'
import { hashOf, INVITATION_MS, newToken } from '../identity/invitation'

type What = Pick<Invitation, 'organisationId' | 'name' | 'memberId' | 'role' | 'to' | 'asksTail'>

export interface Told {
  invitationId: string
  token: string
  codePrefix: string
  name: string
  until: number
}

/** Of a member's invitations the newest is the only one. */
export async function replaceOthers(ids: readonly string[], memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return
  const where = { memberId: oneOf(memberIds), state: 'open', _id: noneOf(ids) }
  await updateAll('invitations', where, { state: 'replaced' })
}

function tellingOf({ _id, organisationId, memberId, role, to, by, at }: Row): Telling {
  const about = { ...(memberId && { memberId }), placeId: organisationId, result: role ?? 'member' }
  return { what: 'invite', by, at, ...about, to: { invitationId: _id, ...(to && { to }) }, key: _id }
}

type Row = Omit<Invitation, 'updatedAt'>

/** Inserts the rows; those a resend finds get the new token. Gives the ids of those that stand. */
async function store(
  rows: readonly Row[],
  rowIds: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const marked = rows.map((row) => ({ ...row, audited: [rowIds.get(row._id)] }))
  const found = new Set(await insertMany('invitations', marked))
  const stands = new Set(rows.flatMap(({ _id }) => (found.has(_id) ? [] : _id)))
  for (const { _id, organisationId, memberId, tokenHash, until } of rows.filter((row) =>
    found.has(row._id),
  )) {
    const same = { _id, state: 'open', organisationId, memberId: memberId ?? null }
    if (await updateWhere('invitations', same, { tokenHash, until })) stands.add(_id)
  }
  const memberIds = rows.flatMap(({ _id, memberId }) => (stands.has(_id) && memberId ? memberId : []))
  await replaceOthers([...stands], memberIds)
  return stands
}

/**
 * Stores invitations of one request, a member's or a place's once each; what of them stands. A resend finds them and gives them new tokens: what
 * the answer before told is not kept anywhere. Refused: too_many_today.
 */
export async function storeInvitations(
  whats: readonly What[],
  nonce: string,
  { caller, now }: Context,
): Promise<(Told & { what: What })[] | Refusal> {
  const until = now + INVITATION_MS
  const by = nameForRecords(caller)
  const giver = caller.identity?.requestId ?? ''
  const made = whats.map((what) => {
    const token = newToken()
    const _id = idFrom(caller.openId, whats.length === 1 ? nonce : `${nonce} ${what.memberId}`)
    const row: Row = { _id, tokenHash: hashOf(token), state: 'open', ...what, giver, by, at: now, until }
    return { what, token, row }
  })
  const rows = made.map(({ row }) => row)
  const tooMany = await limitNew('invitations', rows[0]?._id ?? '', 'invite', { openId: caller.openId, now })
  if (tooMany) return tooMany
  const tellings = new Map(rows.map((row) => [row._id, tellingOf(row)]))
  const stands = await auditedMany(tellings, 'invitations', (rowIds) => store(rows, rowIds))
  return made.flatMap(({ what, token, row: { _id } }) =>
    stands.has(_id)
      ? [{ what, invitationId: _id, token, codePrefix: codePrefix(), name: what.name, until }]
      : [],
  )
}

/** One of them, or that it has been taken or ended since. */
export async function storeInvitation(
  what: What,
  nonce: string,
  context: Context,
): Promise<Outcome<Omit<Told, 'what'>>> {
  const outcome = await storeInvitations([what], nonce, context)
  if ('reason' in outcome) return outcome
  const [stored] = outcome
  return stored ? done(stored) : refuse('invitation_gone')
}
