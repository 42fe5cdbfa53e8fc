import { erased } from '@domain/org/erased'
import type { Member } from '@domain/org/member'
import { dayOf } from '@domain/time/day'
import { randomId } from '../../ground/idFrom'
import { not, there, without } from '../../store/conditions'
import { findById } from '../../store/find'
import { updateAll, updateWhere } from '../../store/updateWhere'
import { eraseImported } from './eraseImported'
import { eraseTraces } from './eraseTraces'

/** Free text about one person: reasons, and what was written of a deed. What a number is made of stays. */
async function eraseTexts(memberId: string): Promise<void> {
  await updateAll('facts', { memberId, reason: there() }, { reason: undefined })
  await updateAll('facts', { memberId, 'detail.title': there() }, { 'detail.title': undefined })
  await updateAll(
    'facts',
    { memberId, 'annulled.reason': not(''), annulled: not(null) },
    { 'annulled.reason': '' },
  )
  await updateAll('facts', { memberId, 'restored.reason': there() }, { 'restored.reason': '' })
  await updateAll('audit', { memberId, to: there() }, { from: undefined, to: undefined })
}

/** The shell in the place of the document: every field it does not have is removed. */
async function replace(member: Member, now: number): Promise<void> {
  const shell = erased(member, dayOf(now), now, randomId(32))
  const gone = Object.keys(member).filter(
    (field) => !(field in shell) && !['updatedAt', 'audited'].includes(field),
  )
  const { _id, ...fields } = shell
  await updateWhere(
    'members',
    { _id },
    { ...fields, ...Object.fromEntries(gone.map((field) => [field, undefined])) },
  )
}

/**
 * Deletes a member as a person: name, digits, keys, identity, links with households, free text. Facts stay under the id, which means nothing
 * any more, and with the shell every number of a period that is over comes out as before. May be cut short and repeated; the name goes last.
 */
export async function eraseMember(memberId: string, now: number): Promise<void> {
  const member = await findById('members', memberId)
  if (!member || member.erasedAt !== undefined) return
  await eraseTraces(memberId)
  await eraseTexts(memberId)
  await updateAll('households', { memberIds: memberId }, { memberIds: without(memberId) })
  // eslint-disable-next-line house/stored-names -- compared with rows to be erased
  await eraseImported(member.name)
  await replace(member, now)
}
