import { randomId } from '../../ground/idFrom'
import { findById } from '../../store/find'
import { insertImport } from '../../store/readImport'
import { updateWhere } from '../../store/updateWhere'

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
