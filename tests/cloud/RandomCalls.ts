import * as v from 'valibot'
import { type Action, actions } from '@domain/contract/actions'
import { contractVersion } from '@domain/contract/answer'
import { Random } from '../../scripts/seed/random'
import { members, MOMENT } from './people'

/** What introspection needs of a schema; which parts are there depends on its type. */
interface Shape {
  type: string
  entries?: Record<string, Shape>
  wrapped?: Shape
  item?: Shape
  options?: readonly (Shape | string)[]
  literal?: unknown
  value?: Shape
}

const rubbish: unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    0.5,
    1e300,
    '',
    ' ',
    '党',
    'x'.repeat(70),
    '\u0000',
    '$set',
    '__proto__',
    'toString',
  ],
  ...[
    [],
    {},
    [[]],
    { $ne: null },
    { $gt: '' },
    ['m1', { $exists: true }],
    { a: { b: [1] } },
    '../../etc/passwd',
  ],
]

const places = ['county', 'branch1', 'branch2', 'branch3', 'group1', 'community1', 'village1', 'nowhere']
const times = ['2026-09-22', '2026-02-30', '2026-09', '2026-13', '2025-12']
const MINUTES = [-100_000, -1440, -10, 0, 10, 60, 100, 1440, 100_000]

/** Calls of the function `api`: most of them fit their schema, with ids there are, some not, some not calls at all. */
export class RandomCalls {
  private readonly random: Random
  private readonly names = Object.keys(actions) as Action[]
  /** Ids, codes and nonces that earlier answers told. */
  private readonly known: string[] = []
  private nonces = 0

  constructor(seed: number) {
    this.random = new Random('calls', seed)
  }

  next(): unknown {
    if (this.random.chance(0.05)) return this.random.pick(rubbish)
    const action = this.random.pick(this.names)
    const data = this.fitting(actions[action].request)
    const whole: Record<string, unknown> = {
      // A name that is nearly right, often enough to be asked in the short form.
      action: this.random.chance(0.04) ? `${action}s` : action,
      contractVersion,
      data: this.random.chance(0.2) ? this.spoilt(data) : data,
    }
    if (this.random.chance(0.05))
      whole[this.random.pick(['action', 'contractVersion', 'data', 'x'])] = this.random.pick(rubbish)
    return whole
  }

  /** Remembers what later calls may ask for. */
  learn(answer: unknown): void {
    if (typeof answer === 'string') {
      if (this.known.length < 500 && /^[\w.:-]{2,120}$/.test(answer)) this.known.push(answer)
    } else if (typeof answer === 'object' && answer !== null)
      Object.values(answer).forEach((one) => this.learn(one))
  }

  private text(schema: Shape): string {
    const ids = [
      ...places,
      ...times,
      ...members.slice(0, 16).map(({ _id }) => _id),
      'h1',
      'h2',
      '清洁家园',
      '1011',
    ]
    for (let tries = 0; tries < 30; tries++) {
      const from = this.random.chance(0.5) && this.known.length > 0 ? this.known : ids
      const one = this.random.chance(0.2) ? `random-nonce-${(this.nonces += 1)}` : this.random.pick(from)
      if (v.is(schema as unknown as v.GenericSchema, one)) return one
    }
    return 'no text that fits'
  }

  private fitting(schema: Shape): unknown {
    const { random } = this
    switch (schema.type) {
      case 'object':
      case 'strict_object': {
        const entries = Object.entries(schema.entries ?? {}).filter(
          ([, entry]) => entry.type !== 'optional' || random.chance(0.6),
        )
        return Object.fromEntries(entries.map(([name, entry]) => [name, this.fitting(entry)]))
      }
      case 'optional':
      case 'nullable':
        return schema.wrapped && this.fitting(schema.wrapped)
      case 'array':
        return Array.from({ length: random.int(0, 3) }, () => schema.item && this.fitting(schema.item))
      case 'picklist':
        return random.pick(schema.options ?? [])
      case 'variant':
      case 'union':
        return this.fitting(random.pick(schema.options ?? []) as Shape)
      case 'literal':
        return schema.literal
      case 'boolean':
        return random.chance(0.5)
      case 'number':
        return random.chance(0.5) ? MOMENT + random.pick(MINUTES) * 60_000 : random.int(0, 12)
      case 'record':
        return { m1: schema.value && this.fitting(schema.value) }
      default:
        return this.text(schema)
    }
  }

  /** The same with one thing in it, somewhere, that does not belong. */
  private spoilt(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || this.random.chance(0.3))
      return this.random.pick(rubbish)
    const keys = Object.keys(value)
    const key = keys.length > 0 && this.random.chance(0.9) ? this.random.pick(keys) : 'surplus'
    const inner = this.spoilt((value as Record<string, unknown>)[key])
    return Array.isArray(value)
      ? value.map((one, i) => (String(i) === key ? inner : one))
      : { ...value, [key]: inner }
  }
}
