import { wxContext } from './sdk'

/** Whoever holds a phone may name any function of the environment; a timer calls without an identity. */
export const isFromPhone = (): boolean => Boolean(wxContext().OPENID)
