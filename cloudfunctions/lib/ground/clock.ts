/** The one reading of the time: taken once an invocation and handed on, so that an answer never straddles two instants. */
export const now = (): number => Date.now()
