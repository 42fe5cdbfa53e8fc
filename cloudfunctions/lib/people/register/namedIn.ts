import type { Named } from '@domain/contract/shared'
import type { Tree } from '@domain/org/tree'

/** An organisation by its id and its name of today; without a name when there is none such any more. */
export const namedIn = (tree: Tree, id: string): Named => ({ id, name: tree.get(id)?.name ?? '' })
