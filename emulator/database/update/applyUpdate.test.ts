import { applyUpdate, parseUpdate } from './applyUpdate'

const update = (doc: Record<string, unknown>, change: Record<string, unknown>, query = {}) =>
  applyUpdate(doc, parseUpdate(change), { now: 1000, isInsert: false, query })

describe('field operators', () => {
  it.each([
    ['$set makes the objects on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$set reaches an element by its position', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
    [
      '$set past the end of an array fills with null',
      { a: [1] },
      { $set: { 'a.3': 9 } },
      { a: [1, null, null, 9] },
    ],
    [
      '$unset removes a field',
      { a: 1, b: { c: 1, d: 2 } },
      { $unset: { a: '', 'b.c': '' } },
      { b: { d: 2 } },
    ],
    ['$unset of an element leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$inc adds, and starts from nothing', { n: 1 }, { $inc: { n: 2, m: -3 } }, { n: 3, m: -3 }],
    ['$mul multiplies, and gives 0 from nothing', { n: 4 }, { $mul: { n: 2, m: 3 } }, { n: 8, m: 0 }],
    ['$min and $max compare', { a: 5, b: 5 }, { $min: { a: 3 }, $max: { b: 3, c: 1 } }, { a: 3, b: 5, c: 1 }],
    ['$rename moves', { a: 1 }, { $rename: { a: 'b', gone: 'c' } }, { b: 1 }],
    ['$currentDate is the emulated time', {}, { $currentDate: { at: true } }, { at: new Date(1000) }],
    ['$setOnInsert does nothing to a document that exists', { a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  ])('%s', (_, doc, change, expected) => {
    expect(update(doc, change)).toEqual(expected)
  })
})

describe('array operators', () => {
  it.each([
    ['$push appends', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    ['$push makes the array', {}, { $push: { a: { $each: [1, 2] } } }, { a: [1, 2] }],
    ['$push at a position', { a: [1, 2] }, { $push: { a: { $each: [0], $position: 0 } } }, { a: [0, 1, 2] }],
    [
      '$push sorts and then slices',
      { a: [3] },
      { $push: { a: { $each: [1, 2], $sort: 1, $slice: 2 } } },
      { a: [1, 2] },
    ],
    [
      '$push sorts objects by a field',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    [
      '$push with a negative slice keeps the last',
      { a: [1, 2] },
      { $push: { a: { $each: [3], $slice: -2 } } },
      { a: [2, 3] },
    ],
    [
      '$addToSet keeps one of equals',
      { a: [{ x: 1 }] },
      { $addToSet: { a: { $each: [{ x: 1 }, { x: 2 }] } } },
      { a: [{ x: 1 }, { x: 2 }] },
    ],
    ['$pop 1 takes the last', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
    ['$pop -1 takes the first', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
    ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [
      '$pull by an element’s fields',
      { a: [{ x: 1, y: 1 }, { x: 2 }] },
      { $pull: { a: { x: 1 } } },
      { a: [{ x: 2 }] },
    ],
    ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ])('%s', (_, doc, change, expected) => {
    expect(update(doc, change)).toEqual(expected)
  })
})

describe('refusals leave the document as it was', () => {
  const doc = { _id: 'a', text: 'x', n: 1, nothing: null, list: [1] }

  it.each([
    ['$inc of a string', { $inc: { text: 1 } }, 'non-numeric type'],
    ['$inc by a string', { $inc: { n: '1' } }, 'non-numeric argument'],
    ['$mul of null', { $mul: { nothing: 2 } }, 'non-numeric type'],
    ['$push on a number', { $push: { n: 1 } }, 'must be an array'],
    ['$set through a scalar', { $set: { 'n.a': 1 } }, 'Cannot create field'],
    ['$set through null', { $set: { 'nothing.a': 1 } }, 'Cannot create field'],
    ['$set of a name inside an array', { $set: { 'list.a': 1 } }, 'Cannot create field'],
    ['a change of _id', { $set: { _id: 'b' } }, "immutable field '_id'"],
    ['two changes of one path', { $set: { n: 2 }, $inc: { n: 1 } }, 'conflict'],
    ['a change of a path and of its parent', { $set: { b: {}, 'b.c': 1 } }, 'conflict'],
    ['an operator that does not exist', { $frobnicate: { n: 1 } }, '$frobnicate'],
    ['a positional path without a condition on its array', { $set: { 'list.$': 1 } }, 'positional'],
    ['a field beside operators', { n: 2 }, 'atomic operators'],
    ['an operator name inside a stored value', { $set: { b: { $gt: 1 } } }, '$ prefix'],
    ['nothing to do', {}, 'at least one operator'],
  ])('%s', (_, change, message) => {
    const before = structuredClone(doc)
    expect(() => update(doc, { ...change })).toThrow(message)
    expect(doc).toEqual(before)
  })

  it('changes nothing when a later operator fails', () => {
    expect(() => update(doc, { $set: { extra: 1 }, $inc: { text: 1 } })).toThrow()
    expect(doc).not.toHaveProperty('extra')
  })

  it('shares nothing with the document before or with the change', () => {
    const before = { _id: 'a', kept: { deep: [1] } }
    const value = { x: 1 }
    const after = update(before, { $set: { value } }) as { kept: { deep: number[] }; value: { x: number } }
    after.kept.deep.push(2)
    after.value.x = 2
    expect(before.kept.deep).toEqual([1])
    expect(value.x).toBe(1)
  })
})
