import { actions } from '../../domain/contract/actions'
import { keptActions } from '../../src/cloud/keptActions'
import type { KeptShapes, Shape } from '../../src/cloud/shape'

/** What a schema of each kind holds besides its type. */
interface Schema {
  type: string
  entries: Record<string, Schema>
  item: Schema
  wrapped: Schema
  value: Schema
  options: readonly unknown[]
  literal: unknown
}

/** The shape a schema of the contract asks for; lengths and patterns are the cloud's business. An unknown kind of schema stops the build. */
export function shapeOf(schema: Schema): Shape {
  const { type, entries, item, wrapped, value, options, literal } = schema
  switch (type) {
    case 'string':
      return 's'
    case 'number':
      return 'n'
    case 'boolean':
      return 'b'
    case 'literal':
      return ['=', literal]
    case 'picklist':
      return ['=', ...options]
    case 'array':
      return ['[', shapeOf(item)]
    case 'record':
      return ['{', shapeOf(value)]
    case 'nullable':
      return ['0', shapeOf(wrapped)]
    case 'variant':
    case 'union':
      return ['|', ...(options as Schema[]).map(shapeOf)]
    case 'object':
    case 'strict_object':
      return Object.fromEntries(
        Object.entries(entries).map(([name, each]) =>
          each.type === 'optional' ? [`${name}?`, shapeOf(each.wrapped)] : [name, shapeOf(each)],
        ),
      )
    default:
      throw new Error(`a kept answer holds a schema of type ${type}: say in shapeOf what it looks like`)
  }
}

/** Writes what occurs more than once a single time: `shared` holds it, its place stands for it. */
function share(shapes: Record<string, Shape>): KeptShapes {
  const seen = new Map<string, number>()
  const key = (shape: unknown) => JSON.stringify(shape)
  const count = (shape: unknown): void => {
    if (typeof shape !== 'object' || shape === null) return
    const times = seen.get(key(shape)) ?? 0
    seen.set(key(shape), times + 1)
    if (times === 0) Object.values(shape).forEach(count)
  }
  Object.values(shapes).forEach(count)
  const places = new Map<string, number>()
  const shared: Shape[] = []
  const short = (shape: unknown, atTop = false): unknown => {
    if (typeof shape !== 'object' || shape === null) return shape
    const whole = key(shape)
    if (!atTop && (seen.get(whole) ?? 0) > 1 && whole.length > 8) {
      if (!places.has(whole)) {
        places.set(whole, shared.push('s') - 1)
        shared[places.get(whole) ?? 0] = short(shape, true) as Shape
      }
      return places.get(whole)
    }
    if (Array.isArray(shape)) return shape.map((each: unknown, index) => (index === 0 ? each : short(each)))
    return Object.fromEntries(Object.entries(shape).map(([name, each]) => [name, short(each)]))
  }
  return { of: short(shapes, true) as Record<string, Shape>, shared }
}

/** The shape of every answer the phone keeps. */
export const keptShapes = (): KeptShapes =>
  share(
    Object.fromEntries(
      keptActions.map((action) => [action, shapeOf(actions[action].response as unknown as Schema)]),
    ),
  )
