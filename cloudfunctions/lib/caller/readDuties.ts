import { readVersions } from '../duty/readVersions'
import { cached } from './cached'

/** All versions of all duties; which one holds in a period is domain/duty's business. */
export const readDuties = cached(readVersions)
