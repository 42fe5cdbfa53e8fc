/** 便民联系卡: a code, and whose door of which village; nothing of the family, of who visits it and why. */
export interface PaperCard {
  /** The picture of the code with its white rim. */
  picture: Uint8Array
  /** Village and number. */
  line: string
}

/** Cards on a sheet of A4: two beside one another, three rows. */
export const ON_A_SHEET = 6
export const BESIDE = 2

/** What stands above every code. */
export const CARD_TITLE = '便民联系卡'

/** `cardLine('柳树沟村', '03 号')`: both with the space of a character between them. */
export const cardLine = (village: string, number: string): string => `${village}　${number}`
