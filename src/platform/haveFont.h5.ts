/** A browser fetches the letters of a text when they are first shown; a canvas has to ask for them before it draws. */
export const haveFont = (font: string, text: string): Promise<unknown> =>
  document.fonts.load(font, text).catch(() => undefined)
