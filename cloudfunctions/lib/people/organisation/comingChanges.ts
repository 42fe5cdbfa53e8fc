import { mayDo } from '@domain/access/mayDo'
import type { ComingChange, OrganisationChange } from '@domain/contract/organisation'
import { concernedIn } from '@domain/org/change/concernedIn'
import type { Organisation } from '@domain/org/organisation'
import { isUnder, type Tree } from '@domain/org/tree'
import { addDays, dayOf } from '@domain/time/day'
import type { Context } from '../../entry/useCase'
import type { StoredChange } from '../../store/collections/organisationChanges'
import { anyOf, atLeast, there } from '../../store/conditions'
import { find } from '../../store/find'
import { MOST_WAITING } from '../../store/readInPages'
import { aboutChange } from './planFor'

/** Days for which one that could not be carried out on its day is still shown. */
const SHOWN = 60
/** Shown at most, the next ones: as those come into force or are cancelled, further ones come up. */
const MOST_SHOWN = 100

const nameOf = (id: string | null, tree: Tree): string | undefined =>
  id === null ? undefined : tree.get(id)?.name

/** What it is about, and what comes of it, by name. */
function named(change: OrganisationChange, tree: Tree): Pick<ComingChange, 'names' | 'to'> {
  const of = (ids: readonly string[]) => ids.flatMap((id) => nameOf(id, tree) ?? [])
  const lead = (to: string | undefined) => (to === undefined ? {} : { to })
  switch (change.what) {
    case 'found':
      return { names: [change.name], ...lead(nameOf(change.parentId, tree)) }
    case 'edit':
    case 'split':
      return { names: of([change.organisationId]), to: change.name }
    case 'move':
      return { names: of([change.organisationId]), ...lead(nameOf(change.parentId, tree)) }
    case 'merge':
      return { names: of(change.fromIds), ...lead(nameOf(change.organisationId, tree)) }
    case 'dissolve':
      return { names: of([change.organisationId]) }
  }
}

const placesOf = (change: OrganisationChange): readonly string[] =>
  change.what === 'found' ? (change.parentId === null ? [] : [change.parentId]) : concernedIn(change)

/** Changes that wait for their day, and of late those that their day could not carry out, about what stands at or under any of `tops`. */
export async function comingFor(tops: readonly Organisation[], context: Context): Promise<ComingChange[]> {
  const { caller, today, tree } = context
  const since = addDays(today, -SHOWN)
  const kept = await find(
    'organisationChanges',
    anyOf({ state: 'waiting' }, { state: 'done', refused: there(), on: atLeast(since) }),
    { limit: MOST_WAITING },
  )
  const isHere = (id: string) => tops.some((top) => isUnder(tree, id, top._id))
  const isCounty = tops.some(({ type }) => type === 'work_committee')
  // One asked for its own day was refused at once, to whoever asked: only one that had waited is told here.
  const hasWaited = ({ on, at }: StoredChange) => dayOf(at) < on
  const shown = (stored: StoredChange) =>
    hasWaited(stored) && (isCounty || placesOf(stored.change).some(isHere))
  return kept
    .filter(shown)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .slice(0, MOST_SHOWN)
    .map(({ _id, change, on, refused }) => {
      const found = aboutChange(change, context)
      const may =
        found !== null && mayDo('organisation.cancelChange', caller, { day: today, ...found.about }, tree)
      return {
        changeId: _id,
        what: change.what,
        on,
        ...named(change, tree),
        ...(refused !== undefined && { refused }),
        mayCancel: may && refused === undefined && on > today,
      }
    })
}
