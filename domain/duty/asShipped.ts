import { defaultDuties } from './defaultDuties'
import type { Duty } from './duty'

/** A stored version with the properties a rule has had only since it was stored: they are as in the row counties begin with, and no setting. */
export const asShipped = <Stored extends Duty>(stored: Stored): Stored => {
  const neverLifted = defaultDuties.find(({ id }) => id === stored.id)?.neverLifted
  return neverLifted ? { ...stored, neverLifted } : stored
}
