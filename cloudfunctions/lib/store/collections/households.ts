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
  /**
   * What the code at the door carries (`H1.<doorCode>`): random, and by itself grants nothing. Of a card that is replaced or stopped it is another
   * one at once, so that the old code is looked up like a stranger's and found nowhere.
   */
  doorCode: string
  /** When the card was last replaced (ms); absent: it is the first. */
  renewedAt?: number
  /** When it was last printed; absent: not yet, or not since it was replaced. */
  printedAt?: number
  /** Since when there is no card; absent: there is one. */
  stoppedAt?: number
  audited?: string[]
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
