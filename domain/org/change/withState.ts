import { addDays, type Day } from '../../time/day'
import { lastState } from '../asOf'
import type { Organisation, OrganisationState } from '../organisation'

/** First day of the state an organisation is in last: nothing may be changed from a day before it on. */
export const changedOn = ({ past = [], validFrom }: Organisation): Day => {
  const last = past[past.length - 1]
  return last ? addDays(last.until, 1) : validFrom
}

/** Whether a change from a day on leaves everything before as it was. */
export const mayChangeOn = (organisation: Organisation, on: Day): boolean => changedOn(organisation) <= on

const isSame = (a: OrganisationState, b: OrganisationState): boolean => {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof OrganisationState>
  return [...fields].every((field) => a[field] === b[field])
}

/** The organisation with some of its state changed from a day on; what it was until the day before is kept. Handed back as is when nothing changes. */
export const withState = (
  organisation: Organisation,
  change: Partial<OrganisationState>,
  on: Day,
): Organisation => {
  const before = lastState(organisation)
  const after = { ...before, ...change }
  if (isSame(before, after)) return organisation
  const next = { ...organisation, ...change }
  // A state that began on this very day is replaced, not kept as a past one: it never held for a whole day.
  if (changedOn(organisation) >= on) return next
  return { ...next, past: [...(organisation.past ?? []), { ...before, until: addDays(on, -1) }] }
}

/** The organisation as dissolved: it exists no more from a day on. */
export const endedOn = (organisation: Organisation, on: Day): Organisation => ({
  ...organisation,
  validTo: addDays(on, -1),
})
