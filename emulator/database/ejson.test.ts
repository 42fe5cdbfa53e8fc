import fc from 'fast-check'
import { EJSON } from 'bson'
import { CloudError } from '../cloudError'
import { decode, decodeStored, encode, encodeStored } from './ejson'

describe('canonical EJSON', () => {
  it('writes what the SDK’s own reader turns back into the same values', () => {
    const doc = {
      int: -2147483648,
      ms: 1790059800123,
      float: 1.5,
      nothing: null,
      day: new Date(1790059800123),
      list: [1, 'a', { b: 2147483648 }],
      z: 1,
      a: { y: 1, b: 2 },
    }
    expect(EJSON.parse(encode(doc))).toEqual(doc)
  })

  it('keeps the order of keys', () => {
    const text = encode({ z: 1, a: { y: 1, b: 2 } })
    expect(JSON.stringify(decode(text, 0))).toBe('{"z":1,"a":{"y":1,"b":2}}')
  })

  it('round-trips numbers, among them the largest safe integer, −0 and infinity', () => {
    for (const value of [
      0,
      -0,
      0.1,
      2147483647,
      2147483648,
      Number.MAX_SAFE_INTEGER,
      1e21,
      Infinity,
      -Infinity,
    ]) {
      expect(Object.is(decode(encode(value), 0), value)).toBe(true)
      expect(Object.is(decodeStored(encodeStored({ value })).value, value)).toBe(true)
    }
  })

  it('turns a server date into now plus its offset in milliseconds', () => {
    expect(decode('{"at":{"$tcb_server_date":{"offset":{"$numberInt":"1000"}}}}', 5000)).toEqual({
      at: new Date(6000),
    })
    expect(decode('{"at":{"$tcb_server_date":{}}}', 5000)).toEqual({ at: new Date(5000) })
  })

  it('leaves query operators alone', () => {
    expect(decode('{"n":{"$gte":{"$numberInt":"3"}}}', 0)).toEqual({ n: { $gte: 3 } })
  })

  it.each(['{"$binary":{"base64":"","subType":"00"}}', '{"$numberDecimal":"1.5"}', '{"$minKey":1}'])(
    'refuses %s, a type it does not keep',
    (text) => {
      expect(() => decode(`{"v":${text}}`, 0)).toThrow('does not support values of type')
    },
  )

  it('refuses text that is not JSON, __proto__ as a field and a date without a time', () => {
    expect(() => decode('{', 0)).toThrow('not EJSON')
    expect(() => decode('{"__proto__":{"a":1}}', 0)).toThrow('__proto__')
    expect(() => encode({ at: new Date(Number.NaN) })).toThrow('valid time')
  })

  it.each([
    '{"$date":{}}',
    '{"$date":"soon"}',
    '{"$date":true}',
    '{"$numberInt":"one"}',
    '{"$numberInt":1}',
    '{"$numberLong":"1.5"}',
    '{"$numberDouble":""}',
    '{"$numberDouble":"0x10"}',
    '{"$oid":1}',
    '{"$regularExpression":null}',
    '{"$regularExpression":{"pattern":"("}}',
    '{"$tcb_server_date":null}',
    '{"$tcb_server_date":{"offset":"1"}}',
    '{"$tcb_server_date":{"offset":{"$numberDouble":"1e300"}}}',
  ])('refuses %s as the cloud does, without failing itself', (text) => {
    expect(() => decode(`{"v":${text}}`, 0)).toThrow(CloudError)
  })

  it('refuses a whole number that would lose digits, and an option of a pattern JavaScript lacks', () => {
    expect(() => decode('{"v":{"$numberLong":"9223372036854775807"}}', 0)).toThrow('9223372036854775807')
    expect(decode('{"v":{"$numberLong":"9007199254740992"}}', 0)).toEqual({ v: 2 ** 53 })
    expect(() => decode('{"v":{"$regularExpression":{"pattern":"a","options":"x"}}}', 0)).toThrow("'x'")
    expect(decode('{"v":{"$regularExpression":{"pattern":"a","options":"gi"}}}', 0)).toEqual({ v: /a/i })
  })

  it('keeps 100 levels of nesting and refuses one more, on both ways and at any size', () => {
    const nested = (levels: number) => `${'{"a":'.repeat(levels)}{"$date":0}${'}'.repeat(levels)}`
    const deepest = decode(nested(100), 0)
    expect(decodeStored(encodeStored(deepest))).toEqual(deepest)
    expect(() => decode(nested(101), 0)).toThrow('100 levels')
    expect(() => encodeStored({ a: deepest })).toThrow('100 levels')
    expect(() => decode(`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 0)).toThrow('100 levels')
  })

  it('gives any JSON document back as it was, over the wire and over the disk', () => {
    const key = fc.string().filter((text) => text !== '__proto__' && !text.startsWith('$'))
    const tree = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.maxSafeInteger(),
        fc.double({ noNaN: true }),
        fc.boolean(),
        fc.constant(null),
        fc.date({ noInvalidDate: true }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(tree.value, (value) => {
        expect(decode(encode({ value }), 0)).toEqual({ value })
        expect(decodeStored(encodeStored({ value }))).toEqual({ value })
      }),
    )
  })
})
