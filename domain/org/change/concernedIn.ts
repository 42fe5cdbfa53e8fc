import type { OrganisationChange } from '../../contract/organisation'

/** The organisations a change is about: what it founds is not there yet. */
export const concernedIn = (change: OrganisationChange): readonly string[] => {
  switch (change.what) {
    case 'found':
      return []
    case 'merge':
      return [...change.fromIds, change.organisationId]
    case 'edit':
    case 'move':
    case 'split':
    case 'dissolve':
      return [change.organisationId]
  }
}

/**
 * Whether two changes that wait for their day get in one another's way: about the same organisation, unless one of them only gives it another
 * name. One of them is cancelled first, or has come into force.
 */
export const clashes = (a: OrganisationChange, b: OrganisationChange): boolean => {
  if (a.what !== b.what && (a.what === 'edit' || b.what === 'edit')) return false
  const ids = concernedIn(a)
  return concernedIn(b).some((id) => ids.includes(id))
}
