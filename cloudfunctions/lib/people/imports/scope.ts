import { mayDo } from '@domain/access/mayDo'
import { rolesOf } from '@domain/access/rolesOf'
import { seesNames } from '@domain/access/seesNames'
import { treeAsOf } from '@domain/org/asOf'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import { type Places, placesOf } from '@domain/registry/places'
import { readRegister } from '../../entry/cached'
import type { Context } from '../../entry/useCase'

/** What the reader of a register may write, and where everything is. */
export interface Scope {
  places: Places
  /** Every organisation as it is stored. */
  register: Tree
  isOwn: (branchId: string) => boolean
  onlyBranchId: string | undefined
  /** Organisations are the work committee's alone. */
  mayFound: boolean
}

/** Read anew, not from what a warm function remembers: what an import has just added must be found. `added`: what this one will add. */
export async function readScope(context: Context, added: readonly Organisation[]): Promise<Scope> {
  readRegister.forget()
  const register = await readRegister(context.now)
  return scopeOf(context, register, added)
}

export function scopeOf(
  { caller, now: _, today }: Context,
  register: Tree,
  added: readonly Organisation[],
): Scope {
  const tree = new Map(treeAsOf(register, today))
  for (const node of added) if (!tree.has(node._id)) tree.set(node._id, node)
  const own = new Map<string, boolean>()
  const isOwn = (branchId: string): boolean => {
    const known = own.get(branchId)
    if (known !== undefined) return known
    const branch = tree.get(branchId)
    // A preview shows what the register says before: of a counts-only branch to nobody outside it.
    const may =
      branch !== undefined &&
      mayDo('import.read', caller, { day: today, branchId }, tree) &&
      seesNames(caller, branch, today, tree)
    own.set(branchId, may)
    return may
  }
  const branches = [...tree.values()].filter(({ type, _id }) => type === 'branch' && isOwn(_id))
  const mayFound = rolesOf(caller, today).some(
    ({ role, organisationId }) => role === 'committee' && tree.get(organisationId)?.type === 'work_committee',
  )
  return {
    places: placesOf(tree, today),
    register,
    isOwn,
    onlyBranchId: branches.length === 1 ? branches[0]?._id : undefined,
    mayFound,
  }
}

/** The branch a sheet says it is of, in its name or in the lines above its titles: 中共县财政局第一支部委员会党员花名册. */
export function branchOfSheet(about: readonly string[], { places, isOwn }: Scope): string | undefined {
  const found = about.flatMap((text) => {
    const until = /^.*支部(委员会)?/.exec(text)?.[0] ?? text
    const { ids, isExact } = places.branches(until)
    return isExact ? ids.filter(isOwn) : []
  })
  const ids = [...new Set(found)]
  return ids.length === 1 ? places.tree.get(ids[0] ?? '')?.name : undefined
}
