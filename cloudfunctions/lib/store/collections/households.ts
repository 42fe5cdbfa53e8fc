import { collection } from './collection'

/** A linked household as the cloud knows it: an opaque id, a number within its village, nothing of the family. */
export interface Household {
  _id: string
  /** 07 号 */
  number: string
  /** The number the county's own list has for it: what a register imported later means by it. */
  registerCode?: string
  villageId: string
  memberIds: string[]
  /** What the code at the door carries (`H1.<doorCode>`): random, and by itself grants nothing. */
  doorCode: string
}

export const households = collection<Household>({
  bytes: 2_000,
  indexes: [
    { name: 'door', keys: ['doorCode'] },
    { name: 'village', keys: ['villageId'] },
    { name: 'member', keys: ['memberIds'] },
    { name: 'register', keys: ['registerCode'] },
  ],
})
