import { collection } from './collection'

/** 单独同意, by OPENID: a stranger agrees before anybody knows who that is. Withdrawn, the row is gone. */
export interface Consent {
  _id: string
  /** Of the text agreed to (domain/contract/privacy.ts consentVersion). */
  version: number
  at: number
  updatedAt: Date
}

export const consents = collection<Consent>({
  bytes: 250,
  indexes: [],
})
