import fc from 'fast-check'

const words = [
  ...[
    '_id',
    'a',
    'a.b',
    'a.0',
    'a.$.b',
    'owner',
    'code',
    'day',
    '$',
    '',
    '.',
    '__proto__',
    'constructor',
    'length',
  ],
  ...['notes', 'items', 'people', 'nowhere', '../x', 'notes.x', '文'],
]

const operators = [
  ...[
    '$set',
    '$unset',
    '$inc',
    '$mul',
    '$min',
    '$max',
    '$rename',
    '$push',
    '$pull',
    '$pullAll',
    '$addToSet',
    '$pop',
  ],
  ...[
    '$setOnInsert',
    '$currentDate',
    '$bit',
    '$each',
    '$slice',
    '$sort',
    '$position',
    '$eq',
    '$ne',
    '$gt',
    '$gte',
  ],
  ...[
    '$lt',
    '$lte',
    '$in',
    '$nin',
    '$and',
    '$or',
    '$nor',
    '$not',
    '$exists',
    '$type',
    '$mod',
    '$regex',
    '$options',
  ],
  ...[
    '$all',
    '$elemMatch',
    '$size',
    '$expr',
    '$where',
    '$text',
    '$geoNear',
    '$near',
    '$date',
    '$oid',
    '$numberLong',
  ],
  ...[
    '$numberDouble',
    '$numberDecimal',
    '$numberInt',
    '$binary',
    '$undefined',
    '$minKey',
    '$tcb_server_date',
  ],
  ...['$regularExpression', '$timestamp', '$symbol', '$code', '$dbPointer', '$add', '$sum', '$avg', '$first'],
  ...[
    '$cond',
    '$map',
    '$filter',
    '$reduce',
    '$concat',
    '$toDate',
    '$dateToString',
    '$dateTrunc',
    '$divide',
    '$let',
  ],
]

const key = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...operators),
  fc.string({ unit: 'binary', maxLength: 6 }),
)

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1,
    0.5,
    1e308,
    -0,
    2 ** 53,
    '',
    '$a',
    '$$ROOT',
    '$$x',
    '(',
  ),
  fc.constantFrom(...words),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

/** JSON as a stranger might send it: the words and operators of the database at every place, right or wrong. */
export const value: fc.Arbitrary<unknown> = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(key, tie('any'), { maxKeys: 3 }),
  ),
})).any

export const object = fc.dictionary(key, value, { maxKeys: 4 })
export const word = fc.constantFrom(...words)

const broken = fc.tuple(value, fc.nat(40)).map(([any, cut]) => JSON.stringify(any).slice(0, cut))
const deep = fc
  .integer({ min: 100, max: 20_000 })
  .chain((depth) =>
    fc.constantFrom(
      '['.repeat(depth),
      '['.repeat(depth) + ']'.repeat(depth),
      '{"a":'.repeat(depth) + '1' + '}'.repeat(depth),
    ),
  )

/** JSON text, and what only looks like it. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: value.map((any) => JSON.stringify(any)) },
  { weight: 2, arbitrary: object.map((any) => JSON.stringify(any)) },
  { weight: 1, arbitrary: broken },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)
