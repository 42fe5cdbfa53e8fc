import { actions } from '@domain/contract/actions'

/** What goes over the wire, as JSON that a release leaves behind: kinds, words and limits of every field. */
export type Wire =
  | { is: 'string' | 'number'; limits?: Record<string, number | string[]> }
  | { is: 'boolean' }
  | { is: 'words'; words: unknown[] }
  | { is: 'null_or' | 'list' | 'record'; of: Wire }
  | { is: 'one_of'; of: Wire[] }
  | { is: 'object'; strict: boolean; fields: Record<string, Wire>; mayLack: string[] }

export interface Contract {
  version: number
  actions: Record<string, { request: Wire; response: Wire }>
}

/** What a schema of each kind holds besides its type. */
interface Schema {
  type: string
  entries: Record<string, Schema>
  item: Schema
  wrapped: Schema
  value: Schema
  options: unknown[]
  literal: unknown
  pipe?: { kind: string; type: string; requirement: unknown }[]
}

const numbers = ['min_value', 'max_value', 'min_length', 'max_length', 'multiple_of']

/** A check written by hand can be told from another by nothing: that there is one is kept. */
function limitsOf({ pipe = [] }: Schema): Record<string, number | string[]> | undefined {
  const limits: Record<string, number | string[]> = {}
  for (const { kind, type, requirement } of pipe) {
    if (kind !== 'validation') continue
    if (numbers.includes(type)) limits[type] = Number(requirement)
    else {
      const before = (limits[type] as string[] | undefined) ?? []
      limits[type] = [...before, requirement instanceof RegExp ? String(requirement) : type]
    }
  }
  return Object.keys(limits).length > 0 ? limits : undefined
}

function objectOf({ type, entries }: Schema): Wire {
  const fields = Object.entries(entries)
  return {
    is: 'object',
    strict: type === 'strict_object',
    fields: Object.fromEntries(
      fields.map(([name, each]) => [name, wireOf(each.type === 'optional' ? each.wrapped : each)]),
    ),
    mayLack: fields.filter(([, each]) => each.type === 'optional').map(([name]) => name),
  }
}

export function wireOf(schema: Schema): Wire {
  const { type, item, wrapped, value, options, literal } = schema
  switch (type) {
    case 'string':
    case 'number': {
      const limits = limitsOf(schema)
      return limits ? { is: type, limits } : { is: type }
    }
    case 'boolean':
      return { is: 'boolean' }
    case 'literal':
      return { is: 'words', words: [literal] }
    case 'picklist':
      return { is: 'words', words: [...options] }
    case 'nullable':
      return { is: 'null_or', of: wireOf(wrapped) }
    case 'array':
      return { is: 'list', of: wireOf(item) }
    case 'record':
      return { is: 'record', of: wireOf(value) }
    case 'variant':
    case 'union':
      return { is: 'one_of', of: (options as Schema[]).map(wireOf) }
    case 'object':
    case 'strict_object':
      return objectOf(schema)
    default:
      throw new Error(`the contract holds a schema of type ${type}: say in wireOf what it looks like`)
  }
}

/** The contract as the sources have it. */
export const contractOf = (version: number): Contract => ({
  version,
  actions: Object.fromEntries(
    Object.entries(actions).map(([name, { request, response }]) => [
      name,
      {
        request: wireOf(request as unknown as Schema),
        response: wireOf(response as unknown as Schema),
      },
    ]),
  ),
})
