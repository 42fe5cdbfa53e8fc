import { compileJsonSchema } from './jsonSchema'

type Case = [schema: object, accepted: unknown[], refused: unknown[]]

const cases: Case[] = [
  [{ required: ['a', 'b'] }, [{ a: null, b: 0 }, 'no object'], [{ a: 1 }, {}]],
  [{ properties: { a: { bsonType: 'string' } } }, [{ a: 'x' }, {}], [{ a: 1 }, { a: null }]],
  [{ properties: { a: { bsonType: ['string', 'null'] } } }, [{ a: 'x' }, { a: null }], [{ a: 1 }]],
  [{ bsonType: 'number' }, [1, 1.5], ['1']],
  [{ bsonType: 'date' }, [new Date(0)], [0]],
  [{ type: 'boolean' }, [true], [1, null]],
  [{ enum: ['a', null, { x: 1 }] }, ['a', null, { x: 1 }], ['b', { x: 2 }]],
  [{ minimum: 1, maximum: 3 }, [1, 3, 'text'], [0.9, 3.1]],
  [{ minLength: 1, maxLength: 2 }, ['家', '👪家'], ['', 'abc']],
  [{ pattern: '^a' }, ['ab', 7], ['ba']],
  [{ items: { bsonType: 'int' }, minItems: 1, maxItems: 2 }, [[1], [1, 2]], [[], [1, 2, 3], ['a']]],
  [{ properties: { a: {} }, additionalProperties: false }, [{ a: 1 }, {}], [{ b: 1 }]],
  [{ additionalProperties: { bsonType: 'string' } }, [{ a: 'x' }], [{ a: 1 }]],
  [{ allOf: [{ minimum: 1 }, { maximum: 2 }] }, [1], [0, 3]],
  [{ anyOf: [{ maximum: 1 }, { minimum: 3 }] }, [1, 3], [2]],
  [{ oneOf: [{ minimum: 1 }, { minimum: 2 }] }, [1], [0, 2]],
  [{ not: { bsonType: 'string' } }, [1], ['a']],
  [{ title: 't', description: 'd' }, [{}], []],
]

describe('$jsonSchema', () => {
  it.each(cases)('%j', (schema, accepted, refused) => {
    const test = compileJsonSchema(schema)
    expect(accepted.filter((value) => !test(value))).toEqual([])
    expect(refused.filter(test)).toEqual([])
  })

  it.each([
    [{ required: [] }],
    [{ required: [1] }],
    [{ bsonType: 'text' }],
    [{ type: 'int' }],
    [{ type: 'string', bsonType: 'string' }],
    [{ minLength: -1 }],
    [{ maxItems: 1.5 }],
    [{ pattern: '(' }],
    [{ anyOf: {} }],
    [{ properties: { a: 1 } }],
  ])('refuses %j', (schema) => {
    expect(() => compileJsonSchema(schema)).toThrow()
  })

  it('names a keyword it does not know', () => {
    expect(() => compileJsonSchema({ properties: { a: { $ref: '#/b' } } })).toThrow("'$ref'")
    expect(() => compileJsonSchema({ multipleOf: 3 })).toThrow("'multipleOf'")
  })
})
