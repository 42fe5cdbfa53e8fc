export type TicketVerdict = { ok: true; openedAt: number; fromAlbum: boolean } | { ok: false }

export const mintTicket = (_input: {
  activityId: string
  openId: string
  codeKey: string
  now: number
  fromAlbum?: boolean
}): string => {
  throw new Error('todo')
}
export const verifyTicket = (
  _text: string,
  _by: { openId: string; codeKey: string; now: number },
): TicketVerdict => {
  throw new Error('todo')
}
export const readTicket = (_text: string): { activityId: string } | null => {
  throw new Error('todo')
}
