import * as v from 'valibot'

/** What introspection needs of a schema; which parts are there depends on its type. */
interface Shape {
  type: string
  entries?: Record<string, Shape>
  wrapped?: Shape
  item?: Shape
  options?: readonly (Shape | string)[]
  pipe?: readonly { type: string; metadata?: { typed?: boolean } }[]
}

const isTyped = ({ pipe = [] }: Shape): boolean => pipe.some(({ metadata }) => metadata?.typed === true)

/** Of the schemas of a union the first that the value fits. */
const chosen = ({ options = [] }: Shape, value: unknown): Shape[] =>
  options
    .filter((option): option is Shape => typeof option === 'object')
    .filter((option) => v.is(option as unknown as v.GenericSchema, value))
    .slice(0, 1)

function collect(shape: Shape, value: unknown): string[] {
  if (value === undefined || value === null) return []
  if (shape.wrapped) return collect(shape.wrapped, value)
  if (typeof value === 'string') return isTyped(shape) && value !== '' ? [value] : []
  const { item, entries } = shape
  if (item && Array.isArray(value)) return value.flatMap((one) => collect(item, one))
  if (entries)
    return Object.entries(entries).flatMap(([field, inner]) =>
      collect(inner, (value as Record<string, unknown>)[field]),
    )
  return chosen(shape, value).flatMap((option) => collect(option, value))
}

/**
 * The texts of a parsed request that its sender made up, in the order of the schema: whatever is declared with `line` or `optionalLine`. A new
 * field of that kind is found without anybody thinking of it.
 */
export const typedTexts = (schema: unknown, request: unknown): string[] => collect(schema as Shape, request)
