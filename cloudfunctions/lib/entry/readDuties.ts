import { cached } from '../ground/cached'
import { readVersions } from '../store/readVersions'

/** All versions of all duties; which one holds in a period is domain/duty's business. */
export const readDuties = cached(readVersions)
