/** Most characters of the kinds of a template's keywords, inclusive. */
const longest: Record<string, number> = {
  thing: 20,
  short_thing: 5,
  phrase: 5,
  name: 10,
  character_string: 32,
  number: 32,
  letter: 32,
  symbol: 5,
  const: 20,
}
const DATE = /^\d{4}年\d{1,2}月\d{1,2}日$|^\d{4}-\d{1,2}-\d{1,2}$/
const TIME = /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}(~.+)?$|^\d{4}年\d{1,2}月\d{1,2}日$/

function isValid(kind: string, value: string): boolean {
  if (value === '') return false
  if (kind === 'date') return DATE.test(value) || TIME.test(value)
  if (kind === 'time') return TIME.test(value)
  const most = longest[kind]
  return most !== undefined && [...value].length <= most
}

/** The first field WeChat would not take (`thing2`), by the kind its name begins with; undefined when all are fine. */
export function badField(data: Record<string, unknown>): string | undefined {
  return Object.entries(data).find(([name, field]) => {
    const kind = /^([a-z_]+)\d+$/.exec(name)?.[1]
    const value =
      typeof field === 'object' && field !== null ? (field as { value?: unknown }).value : undefined
    return kind === undefined || typeof value !== 'string' || !isValid(kind, value)
  })?.[0]
}
