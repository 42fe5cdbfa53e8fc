import { communities } from './communities'
import { doorVisits } from './doorVisits'
import { fieldsOfKeys } from './fieldsOfKeys'
import type { Migration } from './migration'

/** Every change of stored rows since there are counties in use, in their order. */
export const migrations: readonly Migration[] = [fieldsOfKeys, communities, doorVisits]

/** The number of the shape in which this release reads and writes rows. */
export const latestMigration: number = Math.max(0, ...migrations.map(({ number }) => number))
