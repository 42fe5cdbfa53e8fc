import type { Organisation } from '@domain/org/organisation'
import { collection } from './collection'

export const organisations = collection<Organisation>({
  bytes: 1_500,
  indexes: [],
})
