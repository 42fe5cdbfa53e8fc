import type { Need } from '@domain/fact/need'
import { collection } from './collection'

export const needs = collection<Need>({
  bytes: 800,
  indexes: [
    { name: 'place', keys: ['placeId', 'withdrawn', 'until', 'at', '_id'] },
    { name: 'until', keys: ['until'] },
  ],
})
