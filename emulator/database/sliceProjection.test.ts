import { projectFields } from './projectFields'

const doc = {
  _id: 'x',
  tags: [1, 2, 3],
  deep: { list: ['a', 'b'] },
  rows: [{ of: [1, 2] }, { of: [3] }],
  n: 7,
}
const tags = (argument: unknown) => projectFields({ tags: { $slice: argument } })(doc).tags

describe('$slice in the projection of a query', () => {
  it('keeps the first n, or with −n the last; none with 0, all with more than there are', () => {
    expect([1, -1, 0, 4, -4].map(tags)).toEqual([[1], [3], [], [1, 2, 3], [1, 2, 3]])
  })

  it('keeps n after some; a negative number of them counts from the end', () => {
    const arguments_ = [
      [1, 1],
      [-2, 1],
      [-9, 1],
      [3, 1],
    ]
    expect(arguments_.map(tags)).toEqual([[2], [2], [1], []])
  })

  it('alone leaves the other fields, and what is no array, as they are', () => {
    expect(projectFields({ tags: { $slice: 1 }, n: { $slice: 1 } })(doc)).toEqual({ ...doc, tags: [1] })
    expect(projectFields({ gone: { $slice: 1 } })(doc)).toEqual(doc)
  })

  it('beside fields that are kept keeps its own, beside fields left out only cuts', () => {
    expect(projectFields({ n: 1, tags: { $slice: 1 } })(doc)).toEqual({ _id: 'x', tags: [1], n: 7 })
    const { rows: _, ...rest } = doc
    expect(projectFields({ rows: 0, tags: { $slice: 1 } })(doc)).toEqual({ ...rest, tags: [1] })
  })

  it('reaches into subdocuments and into each row of an array', () => {
    const cut = projectFields({ 'deep.list': { $slice: -1 }, 'rows.of': { $slice: 1 } })(doc)
    expect(cut).toMatchObject({ deep: { list: ['b'] }, rows: [{ of: [1] }, { of: [3] }] })
  })

  it('leaves the stored document alone', () => {
    const before = structuredClone(doc)
    tags(1)
    expect(doc).toEqual(before)
  })

  it.each([[1.5], ['1'], [[1]], [[0, 0]], [[1, 2, 3]]])('refuses %j', (argument) => {
    expect(() => tags(argument)).toThrow()
  })

  it('any other operator is refused by name of its field', () => {
    expect(() => projectFields({ tags: { $elemMatch: { a: 1 } } })).toThrow("projection of 'tags'")
  })
})
