import { randomId } from '../randomId'
import { anyOf, atMost, after } from '../wx/conditions'
import { updateWhere } from '../wx/updateWhere'
import { insertImport } from './store'

/** Longer than a page takes; whoever was cut short is waited for no longer. */
const LEASE_MS = 30_000

const free = { _id: 'lease', kind: 'lease', holder: '', until: 0 } as const

/** Makes this call the only import that writes; null while another one does. Two at once could found a household twice. */
export async function takeLease(now: number): Promise<string | null> {
  const holder = randomId()
  // A lease further away than leases last is left over from before the clock was put back.
  const isFree = anyOf({ until: atMost(now) }, { until: after(now + LEASE_MS) })
  const take = () => updateWhere('imports', { _id: 'lease', ...isFree }, { holder, until: now + LEASE_MS })
  if (await take()) return holder
  return (await insertImport(free)) === 'inserted' && (await take()) ? holder : null
}

/** Goes on holding it; false when somebody else has it by now. */
export const renewLease = (holder: string, now: number): Promise<boolean> =>
  updateWhere('imports', { _id: 'lease', holder }, { until: now + LEASE_MS })

export const endLease = (holder: string): Promise<boolean> =>
  updateWhere('imports', { _id: 'lease', holder }, { until: 0 })
