import type { Cell } from '@domain/contract/keptLists'

export const branch = { organisationId: 'branch1' }
/** 整改清单 of branch1. */
export const list = { ...branch, list: 'rectification' }

export const task = (text: string, due: string, owner = 'm4'): Cell[] => [
  { field: 'what', text },
  { field: 'owner', pickedIds: [owner] },
  { field: 'due', on: due },
]
