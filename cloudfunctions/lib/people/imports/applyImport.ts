import { done, type Refusal, refuse } from '@domain/contract/answer'
import { audited, mark } from '../../entry/audit/audited'
import { readRegister } from '../../entry/cached'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords, whoIsCalling } from '../../entry/whoIsCalling'
import { now } from '../../ground/clock'
import { randomId } from '../../ground/idFrom'
import { type ImportHead, PAGE } from '../../store/collections/imports'
import { findById } from '../../store/find'
import { insertImport, readHead, readPage, saveRows, updateHead } from '../../store/readImport'
import { updateWhere } from '../../store/updateWhere'
import { insertOrganisation } from '../organisation/writeOrganisation'
import { aboutImport, aboutOwn, isRead } from './aboutImport'
import { type Applying, applyPage } from './applyPage'
import { PATIENCE, totalsOf } from './judgeRows'
import { readScope, scopeOf } from './scope'

/** Longer than a page takes; whoever was cut short is waited for no longer. */
const LEASE_MS = 30_000

/** A lease further away than leases last is left over from before the clock was put back. */
const isHeld = (until: number, now: number): boolean => now < until && until <= now + LEASE_MS

/** Makes this call the only import that writes; null while another one does. Two at once could found a household twice. */
export async function takeLease(now: number): Promise<string | null> {
  await insertImport({ _id: 'lease', kind: 'lease', holder: '', until: 0 })
  const lease = await findById('imports', 'lease')
  if (lease?.kind !== 'lease' || isHeld(lease.until, now)) return null
  const holder = randomId()
  const before = { _id: 'lease', holder: lease.holder }
  return (await updateWhere('imports', before, { holder, until: now + LEASE_MS })) ? holder : null
}

/** Goes on holding it; false when somebody else has it by now. */
export const renewLease = (holder: string, now: number): Promise<boolean> =>
  updateWhere('imports', { _id: 'lease', holder }, { until: now + LEASE_MS })

export const endLease = (holder: string): Promise<boolean> =>
  updateWhere('imports', { _id: 'lease', holder }, { until: 0 })

const countOf = (rows: Awaited<ReturnType<typeof applyPage>>, what: string) =>
  rows.filter((row) => row.done === what).length

/** Applies one page, keeps what became of its rows, then moves the head on; null when another call has moved it already. */
async function nextPage(applying: Applying): Promise<ImportHead | null> {
  const { head } = applying
  const page = head.applied
  const rows = await applyPage((await readPage(head._id, page))?.rows ?? [], applying)
  await saveRows(head._id, page, rows)
  const isLast = (page + 1) * PAGE >= head.rows
  const change = {
    applied: page + 1,
    added: head.added + countOf(rows, 'added'),
    changed: head.changed + countOf(rows, 'changed'),
    pages: head.pages.map((totals, i) => (i === page ? totalsOf(rows) : totals)),
    state: isLast ? ('applied' as const) : ('applying' as const),
  }
  const write = (also = {}) =>
    updateHead(head._id, { applied: page, state: 'applying' }, { ...change, ...also })
  const isWritten = isLast ? await told({ ...head, ...change }, applying.context, write) : await write()
  return isWritten ? { ...head, ...change } : null
}

/** Writes the head after the last page, told in the audit: who imported, and how many were added and changed. */
function told(
  { _id, added, changed }: ImportHead,
  { caller, now: at }: Context,
  write: (also: object) => Promise<boolean>,
): Promise<boolean> {
  const result = `${added} added, ${changed} changed`
  const telling = { what: 'import' as const, by: nameForRecords(caller), at, importId: _id, result, key: _id }
  return audited(telling, { name: 'imports', ids: [_id] }, (id) => write(mark(id)))
}

/** The context with the caller's rights of this moment, so that applying ends with the right; null when there is none any more. */
async function askAgain(context: Context): Promise<Context | null> {
  const asking = { ...context, caller: await whoIsCalling(context.caller.openId) }
  return aboutOwn(asking) && asking
}

async function applyAll(
  first: ImportHead,
  context: Context,
  holder: string,
): Promise<ImportHead | Refusal | null> {
  const began = performance.now()
  const isResumed = first.state === 'applying'
  if (!isResumed) await updateHead(first._id, { state: 'ready' }, { state: 'applying' })
  // A village that households name has no row in the file, so no page would found it.
  for (const node of first.newOrganisations)
    if (node.type === 'village' && first.applied === 0) await insertOrganisation(node)
  const { register } = await readScope(context, first.newOrganisations)
  let head: ImportHead | Refusal | null = { ...first, state: 'applying' }
  while (head && 'state' in head && head.state === 'applying' && performance.now() - began < PATIENCE) {
    if (!(await renewLease(holder, now()))) return null
    const asking = await askAgain(context)
    if (!asking) return refuse('forbidden')
    const scope = scopeOf(asking, register, first.newOrganisations)
    head = await nextPage({ head, scope, context: asking, isResumed })
  }
  readRegister.forget()
  return head
}

/** The yes: page by page, until a call says `applied`. */
export const applyImport = useCase('import.apply', aboutImport, async ({ importId }, context, loaded) => {
  if (!isRead(loaded)) return refuse('try_again')
  let head: ImportHead | Refusal | null = loaded
  if (loaded.state !== 'applied') {
    const holder = await takeLease(context.now)
    if (holder === null) return refuse('try_again')
    try {
      // What another call did before the lease was ours.
      const current = await readHead(importId)
      head = current && current.state !== 'applied' ? await applyAll(current, context, holder) : current
    } finally {
      await endLease(holder)
    }
  }
  if (!head) return refuse('try_again')
  if ('reason' in head) return head
  const { state, added, changed, rows, applied } = head
  const doneRows = Math.min(rows, applied * PAGE)
  return done({ state: state === 'applied' ? 'applied' : 'applying', added, changed, rows, doneRows })
})
