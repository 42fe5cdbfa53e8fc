/**
 * What a value has to look like, as JSON small enough for a phone: made from the contract's response schemas when the app is built
 * (config/keptShapes). s, n, b: a string, number, boolean; a number: the place of a shape that occurs more than once; an object's shape
 * stands under its keys, an optional key ends with `?`; = one of these values, [ a list of, { a record of, 0 null or, | one of these shapes.
 */
export type Shape =
  's' | 'n' | 'b' | number | readonly ['=' | '[' | '{' | '0' | '|', ...unknown[]] | { [key: string]: Shape }

export interface KeptShapes {
  of: Record<string, Shape>
  shared: readonly Shape[]
}

const primitives = { s: 'string', n: 'number', b: 'boolean' } as const

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value has the shape; keys the shape does not name are let pass. */
export function fits(value: unknown, shape: Shape, shared: readonly Shape[]): boolean {
  const is = (inner: unknown, of: unknown) => fits(inner, of as Shape, shared)
  if (typeof shape === 'number') return is(value, shared[shape])
  if (typeof shape === 'string') return typeof value === primitives[shape]
  if (!Array.isArray(shape)) {
    return (
      isRecord(value) &&
      Object.entries(shape).every(([name, of]) => {
        const found = value[name.replace('?', '')]
        return found === undefined ? name.endsWith('?') : is(found, of)
      })
    )
  }
  const [kind, ...of] = shape as unknown[]
  if (kind === '=') return of.includes(value)
  if (kind === '[') return Array.isArray(value) && value.every((each) => is(each, of[0]))
  if (kind === '{') return isRecord(value) && Object.values(value).every((each) => is(each, of[0]))
  return (kind === '0' && value === null) || of.some((each) => is(value, each))
}
