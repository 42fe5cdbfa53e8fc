import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'
import { compileExpression } from '../expression/compileExpression'
import { isPlainObject } from '../isPlainObject'
import { matcher } from '../matcher'
import { sortDocuments } from '../sortDocuments'
import { bucket, bucketAuto, group, sortByCount } from './grouping'
import { lookup } from './lookup'
import { addFields, project, unset } from './projection'
import type { Stage } from './Stage'
import { unwind } from './unwind'

function whole(value: unknown, least: number, name: string): number {
  if (!Number.isInteger(value) || (value as number) < least)
    throw requestFailed(
      least === 0 ? `${name} must be a non-negative integer` : `the ${name} must be positive`,
    )
  return value as number
}

const match: Stage = (specification, { variables }) => {
  if (!isPlainObject(specification))
    throw requestFailed('the match filter must be an expression in an object')
  const test = matcher(specification, variables)
  return (rows) => rows.filter(test)
}

const sort: Stage = (specification) => {
  if (!isPlainObject(specification) || Object.keys(specification).length === 0)
    throw requestFailed('$sort stage must have at least one sort key')
  sortDocuments([], specification)
  return (rows) => sortDocuments(rows, specification)
}

const count: Stage = (specification) => {
  const isName = typeof specification === 'string' && /^[^$.\0][^.\0]*$/.test(specification)
  if (!isName) throw requestFailed('the count field must be a non-empty name without $ and .')
  // Of nothing there is no row, not a row with 0.
  return (rows) => (rows.length === 0 ? [] : [{ [specification]: rows.length }])
}

const sample: Stage = (specification) => {
  const size = whole(
    isPlainObject(specification) ? specification.size : undefined,
    1,
    'size argument to $sample',
  )
  return (rows) => {
    const rest = [...rows]
    const picked: Document[] = []
    while (picked.length < size && rest.length > 0)
      picked.push(...rest.splice(Math.floor(Math.random() * rest.length), 1))
    return picked
  }
}

function replaceBy(expression: unknown, variables: Document): (rows: Document[]) => Document[] {
  const compute = compileExpression(expression)
  return (rows) =>
    rows.map((root) => {
      const value = compute({ root, variables })
      if (!isPlainObject(value)) throw requestFailed("'newRoot' expression must evaluate to an object")
      return value
    })
}

const replaceRoot: Stage = (specification, { variables }) => {
  if (!isPlainObject(specification) || !('newRoot' in specification))
    throw requestFailed('no newRoot specified for the $replaceRoot stage')
  return replaceBy(specification.newRoot, variables)
}

const facet: Stage = (specification, { run, variables }) => {
  if (!isPlainObject(specification) || Object.keys(specification).length === 0)
    throw requestFailed('the $facet specification must be a non-empty object')
  const facets = Object.entries(specification)
  for (const [name, pipeline] of facets) {
    if (!Array.isArray(pipeline)) throw requestFailed(`arguments to $facet must be arrays, ${name} is not`)
    const nested = (pipeline as Document[]).find((stage) => '$facet' in stage)
    if (nested !== undefined) throw requestFailed('$facet is not allowed to be used within a $facet stage')
  }
  return (rows) => [
    Object.fromEntries(
      facets.map(([name, pipeline]) => [name, run(rows, pipeline as Document[], variables)]),
    ),
  ]
}

const unionWith: Stage = (specification, { run }) => {
  const { coll, pipeline = [] } = isPlainObject(specification) ? specification : { coll: specification }
  if (typeof coll !== 'string' || !Array.isArray(pipeline))
    throw requestFailed("$unionWith needs 'coll' and may have a 'pipeline'")
  return (rows) => [...rows, ...(run(coll, pipeline as Document[], {}) ?? [])]
}

/** The stages there are; any other is refused by name. */
export const stages: Readonly<Record<string, Stage>> = {
  $match: match,
  $group: group,
  $sort: sort,
  $limit: (specification) => {
    const most = whole(specification, 1, 'limit')
    return (rows) => rows.slice(0, most)
  },
  $skip: (specification) => {
    const skipped = whole(specification, 0, 'Argument to $skip')
    return (rows) => rows.slice(skipped)
  },
  $count: count,
  $sample: sample,
  $sortByCount: sortByCount,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $replaceRoot: replaceRoot,
  $replaceWith: (specification, { variables }) => replaceBy(specification, variables),
  $project: project,
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $unwind: unwind,
  $lookup: lookup,
  $facet: facet,
  $unionWith: unionWith,
}
