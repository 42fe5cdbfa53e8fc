/** Codes that are printed and never change: they carry a random id that grants nothing by itself. */
export interface PosterCode {
  type: 'poster'
  posterId: string
}
export interface HouseholdCode {
  type: 'household'
  doorCode: string
}

const SHAPE = /^(P1|H1)\.([\w-]{1,64})$/

/** `posterCode('abcdefgh12345678') // 'P1.abcdefgh12345678'` */
export const posterCode = (posterId: string): string => `P1.${posterId}`

/** `householdCode('abcdefgh12345678') // 'H1.abcdefgh12345678'` */
export const householdCode = (doorCode: string): string => `H1.${doorCode}`

/** Reads a token without its link: `readStaticCode('H1.abcdefgh12345678')`; null when it is none. `readCode` takes links as well. */
export const readStaticCode = (token: string): PosterCode | HouseholdCode | null => {
  const match = SHAPE.exec(token)
  if (!match) return null
  const [, version, id = ''] = match
  return version === 'P1' ? { type: 'poster', posterId: id } : { type: 'household', doorCode: id }
}
