import type { OrganisationChange } from '../../contract/organisation'
import type { ChangeRefusal } from '../../contract/words'
import { isActiveOn } from '../membershipOn'
import type { Organisation } from '../organisation'
import { type ChangeOf, type Planned, planned, type Situation } from './change'
import { dissolve } from './dissolve'
import { founded, naming } from './founded'
import { merge } from './merge'
import { isNameTaken, lastOrder, mayStandUnder, wouldLoop } from './rules'
import { split } from './split'
import { mayChangeOn, withState } from './withState'

function found(change: ChangeOf<'found'>, situation: Situation): Planned | ChangeRefusal {
  const { tree, on, newId } = situation
  if (tree.has(newId)) return planned([])
  const { type, parentId } = change
  if (!mayStandUnder(type, parentId, tree, on)) return 'wrong_parent'
  const node = founded({ _id: newId, type, parentId, ...naming(change) }, situation)
  return isNameTaken(node, tree, on) ? 'name_taken' : planned([node])
}

const changed = (before: Organisation, after: Organisation): Planned =>
  planned(before === after ? [] : [after])

function edit(
  change: ChangeOf<'edit'>,
  { tree, on }: Situation,
  node: Organisation,
): Planned | ChangeRefusal {
  if (isNameTaken({ ...node, name: change.name }, tree, on)) return 'name_taken'
  const { headcount } = change
  return changed(
    node,
    withState(node, { ...naming(change), ...(headcount !== undefined && { headcount }) }, on),
  )
}

/** Groups do not move by themselves: their people are of the branch. */
function move(
  change: ChangeOf<'move'>,
  { tree, on }: Situation,
  node: Organisation,
): Planned | ChangeRefusal {
  const { parentId } = change
  if (node.parentId === parentId) return planned([])
  if (
    node.type === 'group' ||
    !mayStandUnder(node.type, parentId, tree, on) ||
    wouldLoop(node._id, parentId, tree)
  )
    return 'wrong_parent'
  return changed(node, withState(node, { parentId, order: lastOrder(parentId, tree) }, on))
}

/**
 * What a change of the tree does to which documents; nothing is left to do when it is planned again after it was carried out, and what is left
 * when that was cut short. Earlier days are never touched.
 */
export function planChange(change: OrganisationChange, situation: Situation): Planned | ChangeRefusal {
  if (change.what === 'found') return found(change, situation)
  const node = situation.tree.get(change.organisationId)
  if (!node) return 'wrong_parent'
  if (change.what === 'merge') return merge(change, situation)
  if (change.what === 'dissolve' && node.validTo !== undefined) return planned([])
  if (!isActiveOn(node, situation.on) || !mayChangeOn(node, situation.on)) return 'wrong_times'
  switch (change.what) {
    case 'edit':
      return edit(change, situation, node)
    case 'move':
      return move(change, situation, node)
    case 'split':
      return split(change, situation, node)
    case 'dissolve':
      return dissolve(situation, node)
  }
}
