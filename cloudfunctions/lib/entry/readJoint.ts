import { JOINT, type StoredJoint } from '../store/collections/settings'
import { findById } from '../store/find'
import { cached } from './cached'

/** Whether what branches hold together counts for each of them; null where the work committee has never said so. */
export const readJoint = cached(async () => (await findById('settings', JOINT)) as StoredJoint | null)
