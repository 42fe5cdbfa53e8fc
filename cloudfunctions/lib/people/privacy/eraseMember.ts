import { erased } from '@domain/org/erased'
import type { Member } from '@domain/org/member'
import { dayOf } from '@domain/time/day'
import { randomId } from '../../ground/idFrom'
import { not, oneOf, there, without } from '../../store/conditions'
import { find, findById } from '../../store/find'
import { MOST_LIST_ROWS } from '../../store/readListRows'
import { removeWhere, updateAll, updateWhere } from '../../store/updateWhere'
import { hashOf } from '../identity/invitation'

/**
 * Rows of registers read in the last days that name a person. A file still waiting for its yes is left alone: who sent it would add the person
 * again, and sees so in the preview; its rows are gone after a week as well.
 */
export async function eraseImported(name: string): Promise<void> {
  const pages = await find('imports', { kind: 'page', 'rows.name': name }, { limit: 1000 })
  const importIds = oneOf([...new Set(pages.map((page) => ('importId' in page ? page.importId : '')))])
  const applied =
    pages.length === 0 ? [] : await find('imports', { _id: importIds, state: 'applied' }, { fields: ['_id'] })
  const done = new Set(applied.map(({ _id }) => _id))
  for (const page of pages) {
    if (page.kind !== 'page' || !done.has(page.importId)) continue
    await updateWhere('imports', { _id: page._id }, { rows: page.rows.filter((row) => row.name !== name) })
  }
}

/** Deletes all that is kept under OPENIDs, the identities last. */
async function eraseIdentities(openIds: readonly string[]): Promise<void> {
  await removeWhere('attempts', { openId: oneOf(openIds) })
  await removeWhere('consents', { _id: oneOf(openIds) })
  await removeWhere('invitations', { takenBy: oneOf(openIds.map(hashOf)) })
  // Last: until it is gone the person may ask again, should this be cut short.
  await removeWhere('identities', { _id: oneOf(openIds) })
}

/** Deletes a person outside the register: the identity with its name and grants. */
export async function eraseOutsider(openId: string, requestId: string): Promise<void> {
  await Promise.all([
    removeWhere('credits', { _id: requestId }),
    removeWhere('reminders', { memberId: requestId }),
    removeWhere('feedback', { from: requestId }),
  ])
  await eraseIdentities([openId])
}

/**
 * What goes at once when a member asks for deletion: binding, consent, credits, messages, what was typed to the secretary and the work
 * committee. The register and the facts are another matter (eraseMember). May be repeated.
 */
export async function eraseTraces(memberId: string): Promise<void> {
  const identities = await find('identities', { memberId }, { fields: ['requestId'] })
  await Promise.all([
    removeWhere('credits', { _id: memberId }),
    removeWhere('reminders', { memberId }),
    removeWhere('corrections', { memberId }),
    removeWhere('invitations', { memberId }),
    removeWhere('feedback', { from: memberId }),
  ])
  if (identities.length > 0) await eraseIdentities(identities.map(({ _id }) => _id))
}

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

/** Lines of kept lists that tell of this person alone; that there was a row, and when, stays. */
async function eraseLines(memberId: string): Promise<void> {
  for (const { _id, memberIds, cells } of await find(
    'listRows',
    { memberIds: memberId },
    { limit: MOST_LIST_ROWS },
  ))
    if (memberIds.length === 1)
      await updateWhere(
        'listRows',
        { _id },
        { cells: cells.filter((cell) => !('text' in cell)), answer: undefined },
      )
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
  await eraseLines(memberId)
  await updateAll('households', { memberIds: memberId }, { memberIds: without(memberId) })
  // stored name: compared with rows to be erased
  await eraseImported(member.name)
  await replace(member, now)
}
