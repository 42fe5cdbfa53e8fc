/** A phone has its letters. */
export const haveFont = (_font: string, _text: string): Promise<unknown> => Promise.resolve()
