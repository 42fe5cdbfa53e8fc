import * as v from 'valibot'
import { misread } from './misread'
import { type Wire, wireOf } from './wireOf'

const wire = (schema: v.GenericSchema): Wire => wireOf(schema as never)
const asked = (now: v.GenericSchema, before: v.GenericSchema) =>
  misread(wire(now), wire(before), 'request', 'request')
const answered = (now: v.GenericSchema, before: v.GenericSchema) =>
  misread(wire(before), wire(now), 'response', 'response')
const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most))

const requests: [string, v.GenericSchema, v.GenericSchema, string[]][] = [
  [
    'a new field that may be absent',
    v.strictObject({ a: v.string(), b: v.optional(v.string()) }),
    v.strictObject({ a: v.string() }),
    [],
  ],
  [
    'a new field that must be there',
    v.strictObject({ a: v.string(), b: v.string() }),
    v.strictObject({ a: v.string() }),
    ['request.b is not given'],
  ],
  [
    'a field that is taken away',
    v.strictObject({}),
    v.strictObject({ a: v.optional(v.string()) }),
    ['request.a is refused'],
  ],
  [
    'a field that must be there from now on',
    v.object({ a: v.string() }),
    v.object({ a: v.optional(v.string()) }),
    ['request.a may be absent'],
  ],
  ['a longer text', text(40), text(20), []],
  ['a shorter text', text(10), text(20), ['request has a narrower max_length']],
  [
    'a pattern where there was none',
    v.pipe(v.string(), v.regex(/^a/)),
    v.string(),
    ['request has a narrower regex'],
  ],
  [
    'a check where there was none',
    v.pipe(
      v.string(),
      v.check(() => true),
    ),
    v.string(),
    ['request has a narrower check'],
  ],
  ['whole numbers alone', v.pipe(v.number(), v.integer()), v.number(), ['request has a narrower integer']],
  ['one word more', v.picklist(['a', 'b']), v.picklist(['a']), []],
  ['one word fewer', v.picklist(['a']), v.picklist(['a', 'b']), ['request may be "b"']],
  ['null no more', v.string(), v.nullable(v.string()), ['request may be null']],
  ['a number for a text', v.array(v.number()), v.array(v.string()), ['request[] is string, not number']],
]
test.each(requests)('of what phones ask, %s', (_what, now, before, sentences) => {
  expect(asked(now, before)).toEqual(sentences)
})

const variant = (...kinds: string[]) =>
  v.variant('kind', kinds.map((kind) => v.object({ kind: v.literal(kind), n: v.number() })) as never)
const answers: [string, v.GenericSchema, v.GenericSchema, string[]][] = [
  ['a new field', v.object({ a: v.string(), b: v.string() }), v.object({ a: v.string() }), []],
  ['a field that is missing', v.object({}), v.object({ a: v.string() }), ['response.a is not given']],
  [
    'a field that may be missing',
    v.object({ a: v.optional(v.string()) }),
    v.object({ a: v.string() }),
    ['response.a may be absent'],
  ],
  ['a longer text', text(40), text(20), []],
  ['one word more', v.picklist(['a', 'b']), v.picklist(['a']), ['response may be "b"']],
  ['one word fewer', v.picklist(['a']), v.picklist(['a', 'b']), []],
  ['null where there was none', v.nullable(v.string()), v.string(), ['response may be null']],
  [
    'one kind of row more',
    v.record(v.string(), variant('x', 'y')),
    v.record(v.string(), variant('x')),
    ['response[].kind may be "y"'],
  ],
  ['one kind of row fewer', variant('x'), variant('x', 'y'), []],
]
test.each(answers)('of what the cloud answers, %s', (_what, now, before, sentences) => {
  expect(answered(now, before)).toEqual(sentences)
})
