import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'

type Field = keyof Organisation

/** A new one; false when its id is taken. */
export const insertOrganisation = async (node: Organisation): Promise<boolean> =>
  (await insertOnce('organisations', { ...node, version: 1 })) === 'inserted'

/**
 * Writes a new organisation, or what differs of one that is stored, unless somebody has changed it meanwhile: false then. `also`: what the audit
 * of it adds to the document, even to one that differs in nothing.
 */
export async function writeOrganisation(
  stored: Tree,
  after: Organisation,
  also: Record<string, unknown> = {},
): Promise<boolean> {
  const before = stored.get(after._id)
  if (!before) return insertOrganisation(after)
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as Field[]
  const differs = (field: Field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])
  const change = Object.fromEntries(fields.filter(differs).map((field) => [field, after[field]]))
  if (Object.keys({ ...change, ...also }).length === 0) return true
  // In a condition null also matches a field that was never set.
  const where = { _id: after._id, version: before.version ?? null }
  return updateWhere('organisations', where, { ...change, ...also, version: (before.version ?? 0) + 1 })
}
