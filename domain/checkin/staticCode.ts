/** Codes that are printed and never change: they carry a random id that grants nothing by itself. */
export interface PosterCode {
  type: 'poster'
  posterId: string
}
export interface HouseholdCode {
  type: 'household'
  doorCode: string
}

/** 报到码 of a community: leads to the page where one asks for it. */
export interface CommunityCode {
  type: 'community'
  communityId: string
}

/** An invitation to be bound: whoever takes it first is bound, so its token is random, lasts 7 days and is good once. */
export interface InvitationCode {
  type: 'invitation'
  token: string
}

/** Characters of a text WeChat draws as a code of its own (inclusive; each of 0-9a-zA-Z and `!#$&'()*+,/:;=?@-._~`). */
export const SCENE_LONGEST = 32

const SHAPE = /^(P1|H1|I1|C1)\.([\w-]{1,64})$/

/** `posterCode('abcdefgh12345678') // 'P1.abcdefgh12345678'` */
export const posterCode = (posterId: string): string => `P1.${posterId}`

/** `householdCode('abcdefgh12345678') // 'H1.abcdefgh12345678'` */
export const householdCode = (doorCode: string): string => `H1.${doorCode}`

/** `communityCode('abcdefgh12345678') // 'C1.abcdefgh12345678'` */
export const communityCode = (communityId: string): string => `C1.${communityId}`

/** `invitationCode('abcdefgh12345678abcd') // 'I1.abcdefgh12345678abcd'` */
export const invitationCode = (token: string): string => `I1.${token}`

export type StaticCode = PosterCode | HouseholdCode | InvitationCode | CommunityCode

const meaning: Record<string, (id: string) => StaticCode> = {
  P1: (posterId) => ({ type: 'poster', posterId }),
  H1: (doorCode) => ({ type: 'household', doorCode }),
  I1: (token) => ({ type: 'invitation', token }),
  C1: (communityId) => ({ type: 'community', communityId }),
}

/** Reads a token without its link: `readStaticCode('H1.abcdefgh12345678')`; null when it is none. `readCode` takes links as well. */
export const readStaticCode = (token: string): StaticCode | null => {
  const [, version = '', id = ''] = SHAPE.exec(token) ?? []
  return meaning[version]?.(id) ?? null
}
