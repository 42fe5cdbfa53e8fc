/** An instant as a person in Shanghai writes it: `at('2026-09-22 14:52')`, `at('2026-09-30 23:59:59.999')`. */
export const at = (text: string): number => {
  const instant = Date.parse(`${text.replace(' ', 'T')}+08:00`)
  if (Number.isNaN(instant)) throw new Error(`Not an instant: ${text}`)
  return instant
}
