import { AppError } from '../../ground/AppError'
import type { RollupState } from '../../store/collections/settings'
import { findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'

/** Longer than a function may run, so that nobody is overtaken who can still write. */
const LEASE_MS = 90_000

const fresh: Omit<RollupState, 'updatedAt'> = {
  _id: 'rollup',
  run: 0,
  leaseUntil: 0,
  watermark: 0,
  day: '',
  rules: '',
  pending: null,
  failed: [],
}

async function readState(): Promise<RollupState | Omit<RollupState, 'updatedAt'>> {
  const found = await findById('settings', 'rollup')
  if (found) return found as RollupState
  await insertOnce('settings', fresh)
  return fresh
}

/** A lease further away than leases last is left over from before the clock was put back. */
const isHeld = ({ leaseUntil }: Pick<RollupState, 'leaseUntil'>, now: number): boolean =>
  now < leaseUntil && leaseUntil <= now + LEASE_MS

/** Makes this run the only writer: what stood in the state before, with the number of this run; null while another one holds it. */
export async function takeLease(now: number): Promise<Omit<RollupState, 'updatedAt'> | null> {
  const state = await readState()
  if (isHeld(state, now)) return null
  const run = state.run + 1
  const taken = await updateWhere(
    'settings',
    { _id: 'rollup', run: state.run },
    { run, leaseUntil: now + LEASE_MS },
  )
  return taken ? { ...state, run } : null
}

/** Gives the lease back and keeps how far the run has come; throws when somebody else has taken it meanwhile. */
export async function endRun(
  run: number,
  kept: Partial<Pick<RollupState, 'watermark' | 'day' | 'rules' | 'failed'>> & Pick<RollupState, 'pending'>,
): Promise<void> {
  const isOurs = await updateWhere('settings', { _id: 'rollup', run }, { ...kept, leaseUntil: 0 })
  if (!isOurs) throw new AppError('lease_lost', `run ${run} is no longer the writer`)
}
