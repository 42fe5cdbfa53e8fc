/** A linked household as the cloud knows it: an opaque id, a number within its village, nothing of the family. */
export interface Household {
  _id: string
  /** 07 号 */
  number: string
  villageId: string
  memberIds: string[]
  /** What the code at the door carries (`H1.<doorCode>`): random, and by itself grants nothing. */
  doorCode: string
}
