import { idFrom } from '../../ground/idFrom'
import type { AuditRow } from '../../store/collections/audit'
import type { CollectionName, Collections } from '../../store/collections/collections'
import { keeping, oneOf, without } from '../../store/conditions'
import { count } from '../../store/find'
import { insertMany, insertOnce } from '../../store/insertOnce'
import { removeWhere, updateAll, updateWhere } from '../../store/updateWhere'

/**
 * What is told of a change before it is made. `key`: the request's nonce, or the state it is made on (versionOf): the same for a resend,
 * another for every other change.
 */
export type Telling = Omit<AuditRow, '_id' | 'state' | 'of' | 'updatedAt'> & { key: string }
type Place = NonNullable<AuditRow['of']>

/** How many of its last changes a document names: more than there are in a day. */
const KEPT = 20

/** A document as it was read, for the key of a change that comes without a nonce. */
export const versionOf = ({ updatedAt }: { updatedAt?: Date | number | string | undefined }): string =>
  updatedAt === undefined ? '' : String(new Date(updatedAt).getTime())

/** What a change adds to the document, so that it is known afterwards to have come about. */
export const mark = (id: string) => ({ audited: keeping(id, KEPT) })

/** Takes that back together with the change. */
export const unmark = (id: string) => ({ audited: without(id) })

/** Whether a document as it was read carries the change that a row tells of. */
export const isMarked = (doc: object, id: string): boolean =>
  (doc as { audited?: string[] }).audited?.includes(id) === true

/** The same for a document that several goes of one request may write. */
export const markOnce = (doc: object, id: string) => (isMarked(doc, id) ? {} : mark(id))

/** Whether any of the documents carries the row: the change it tells of came about. */
export const cameAbout = async ({ name, ids }: Place, id: string): Promise<boolean> =>
  (await count(name, { ...(ids && { _id: oneOf(ids) }), audited: id })) > 0

/** Makes the row final: the change it tells of has come about. */
export async function seal({
  state: _,
  updatedAt: _at,
  ...row
}: Omit<AuditRow, 'updatedAt'> & { updatedAt?: Date }) {
  if (await updateWhere('audit', { _id: row._id, state: 'begun' }, { state: undefined })) return
  // Another sending of the same request may have taken the row back, having seen no change yet: it is written again.
  await insertOnce('audit', row)
}

/** The row as it is written before the change: under an id that a resend of the same request comes to as well. */
function begun({ key, ...told }: Telling, of: Place) {
  const { at: _, ...same } = told
  return { _id: idFrom(`audit ${key}`, JSON.stringify(same)), ...told, of, state: 'begun' as const }
}

/**
 * The one way to change what is kept of somebody: the row is written, then the change is made, which carries the row's id (mark), then the row
 * is sealed. true when the change stands, also when it was made by an earlier sending of the same request; false when `change` could not
 * make it, and the row is taken back. Cut short anywhere, the same request goes on, or the night settles it. `follow`: what the change brings about
 * elsewhere, before the row is final, so that the night knows of it (nightly/carryOn).
 */
export async function audited(
  { key, ...told }: Telling,
  of: Place,
  change: (id: string) => Promise<boolean>,
  follow?: () => Promise<void>,
): Promise<boolean> {
  const row = begun({ key, ...told }, of)
  const { _id } = row
  const isFirst = (await insertOnce('audit', row)) === 'inserted'
  if ((await change(_id)) || (await cameAbout(of, _id))) {
    await follow?.()
    await seal(row)
    return true
  }
  // Only whoever wrote it: another sending of the same request may be at work under it.
  if (isFirst) await removeWhere('audit', { _id, state: 'begun' })
  return false
}

const ofOne = (telling: Telling, _id: string): Telling => ({ ...telling, key: `${telling.key} ${_id}` })

/** The same for a change that says why it cannot be made: null when it stands. */
export async function auditedOr<R>(
  telling: Telling,
  of: Place,
  change: (id: string) => Promise<R | null>,
): Promise<R | null> {
  let refusal: R | null = null
  const stands = await audited(telling, of, async (id) => {
    refusal = await change(id)
    return refusal === null
  })
  return stands ? null : refusal
}

/** Where a document is looked for afterwards. The OPENID never leaves `identities`. */
const placeOf = (name: CollectionName, _id: string): Place =>
  name === 'identities' ? { name } : { name, ids: [_id] }

/** Conditional update of one document, told before it is made. */
export const updateAudited = (
  telling: Telling,
  name: CollectionName,
  where: { _id: string } & Record<string, unknown>,
  change: Record<string, unknown>,
  follow?: () => Promise<void>,
): Promise<boolean> =>
  audited(
    ofOne(telling, where._id),
    placeOf(name, where._id),
    (id) => updateWhere(name, where, { ...change, ...mark(id) }),
    follow,
  )

/** Insert under a natural key, told before it is made; false when somebody else's stands there. */
export const insertAudited = <N extends CollectionName>(
  telling: Telling,
  name: N,
  doc: Omit<Collections[N], 'updatedAt'> & { _id: string },
  follow?: () => Promise<void>,
): Promise<boolean> =>
  audited(
    ofOne(telling, doc._id),
    { name, ids: [doc._id] },
    async (id) => (await insertOnce(name, { ...doc, audited: [id] })) === 'inserted',
    follow,
  )

/**
 * Many documents of a kind, each told by a row of its own: all rows, then the changes, each carrying the id of its row, then all are sealed.
 * `change` gives the documents it changed; the rows of the others are taken back.
 */
export async function auditedMany(
  tellings: ReadonlyMap<string, Telling>,
  name: CollectionName,
  change: (rowIds: ReadonlyMap<string, string>) => Promise<ReadonlySet<string>>,
): Promise<ReadonlySet<string>> {
  if (tellings.size === 0) return new Set()
  const rows = new Map([...tellings].map(([id, telling]) => [id, begun(telling, { name, ids: [id] })]))
  await insertMany('audit', [...rows.values()])
  const changed = await change(new Map([...rows].map(([id, { _id }]) => [id, _id])))
  const told = [...rows].flatMap(([id, { _id }]) => (changed.has(id) ? _id : []))
  await updateAll('audit', { _id: oneOf(told), state: 'begun' }, { state: undefined })
  for (const [id, { _id, of }] of rows)
    if (!changed.has(id) && !(await cameAbout(of, _id))) await removeWhere('audit', { _id, state: 'begun' })
  return changed
}
