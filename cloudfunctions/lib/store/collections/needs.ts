import type { Need } from '@domain/fact/need'
import { collection } from './collection'

export const needs = collection<Need>({
  bytes: 800,
  indexes: [
    { name: 'place', keys: ['placeId', 'withdrawn', 'until', '_id'] },
    { name: 'until', keys: ['until'] },
  ],
})
