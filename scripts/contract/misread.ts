import type { Contract, Wire } from './wireOf'

/** request: the reader is the cloud, which refuses what it does not know or what is too long. response: a phone, which overlooks both. */
type Way = 'request' | 'response'
type Kind<I extends Wire['is']> = Extract<Wire, { is: I }>

const atLeast = ['max_value', 'max_length']
const atMost = ['min_value', 'min_length']

function limitsMissed(reader: Kind<'string' | 'number'>, writer: Kind<'string' | 'number'>): string[] {
  const given = writer.limits ?? {}
  return Object.entries(reader.limits ?? {}).flatMap(([name, limit]) => {
    const was = given[name]
    if (Array.isArray(limit)) {
      const known = Array.isArray(was) ? was : []
      return limit.some((one) => !known.includes(one)) || limit.length > known.length ? [name] : []
    }
    if (typeof was !== 'number') return [name]
    if (atLeast.includes(name)) return limit < was ? [name] : []
    if (atMost.includes(name)) return limit > was ? [name] : []
    return was % limit === 0 ? [] : [name]
  })
}

function ofObjects(reader: Kind<'object'>, writer: Kind<'object'>, path: string, way: Way): string[] {
  const missed = Object.entries(reader.fields).flatMap(([name, field]) => {
    const at = `${path}.${name}`
    const given = writer.fields[name]
    if (!given) return reader.mayLack.includes(name) ? [] : [`${at} is not given`]
    const lacks =
      writer.mayLack.includes(name) && !reader.mayLack.includes(name) ? [`${at} may be absent`] : []
    return [...lacks, ...misread(field, given, at, way)]
  })
  if (way === 'response' || !reader.strict) return missed
  const strange = Object.keys(writer.fields).filter((name) => !(name in reader.fields))
  return [...missed, ...strange.map((name) => `${path}.${name} is refused`)]
}

/** What `writer` may say that `reader` does not understand, each with its path. */
export function misread(reader: Wire, writer: Wire, path: string, way: Way): string[] {
  if (writer.is === 'one_of') return writer.of.flatMap((one) => misread(reader, one, path, way))
  if (reader.is === 'one_of') {
    const tries = reader.of.map((one) => misread(one, writer, path, way))
    return tries.sort((a, b) => a.length - b.length)[0] ?? []
  }
  if (writer.is === 'null_or')
    return reader.is === 'null_or' ? misread(reader.of, writer.of, path, way) : [`${path} may be null`]
  if (reader.is === 'null_or') return misread(reader.of, writer, path, way)
  if (writer.is === 'words') {
    const isWord = (word: unknown) =>
      reader.is === 'words' ? reader.words.includes(word) : typeof word === reader.is
    return writer.words
      .filter((word) => !isWord(word))
      .map((word) => `${path} may be ${JSON.stringify(word)}`)
  }
  if (reader.is !== writer.is) return [`${path} is ${writer.is}, not ${reader.is}`]
  switch (reader.is) {
    case 'object':
      return ofObjects(reader, writer as Kind<'object'>, path, way)
    case 'list':
    case 'record':
      return misread(reader.of, (writer as Extract<Wire, { of: Wire }>).of, `${path}[]`, way)
    case 'string':
    case 'number':
      return way === 'response'
        ? []
        : limitsMissed(reader, writer as Kind<'string' | 'number'>).map(
            (limit) => `${path} has a narrower ${limit}`,
          )
    default:
      return []
  }
}

/** By action of `before`, what a phone of before and the cloud of `now` do not understand of one another. */
export function misunderstood(before: Contract, now: Contract): Record<string, string[]> {
  const found = Object.entries(before.actions).map(([name, { request, response }]): [string, string[]] => {
    const today = now.actions[name]
    if (!today) return [name, ['is called no more']]
    return [
      name,
      [
        ...misread(today.request, request, 'request', 'request'),
        ...misread(response, today.response, 'response', 'response'),
      ],
    ]
  })
  return Object.fromEntries(found.filter(([, sentences]) => sentences.length > 0))
}
