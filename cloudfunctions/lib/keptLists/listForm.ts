import { done, refuse } from '@domain/contract/answer'
import type { Named } from '@domain/contract/shared'
import { named } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { listAllows, toReadRow } from './aboutList'
import { readOffered } from './choosable'
import { readNamesIn, shapeOf, shownRow } from './shown'

const without = (items: readonly Named[], others: readonly Named[]): Named[] =>
  items.filter(({ id }) => !others.some((other) => other.id === id))

/** What a row is filled in with; of one that is there also what stands in it. */
export const listForm = useCase('list.form', toReadRow, async ({ entryId }, context, list) => {
  const { template, organisation, row: stored } = list
  if (entryId !== undefined && !stored) return refuse('invalid_request', { path: 'entryId' })
  const mayWrite = listAllows('list.save', { organisation, listSays: template.writes }, context)
  const offered = mayWrite ? await readOffered(list, context) : { people: [], branches: [] }
  const nameOf = await readNamesIn(stored ? [stored] : [], template, context)
  const row = stored && shownRow(stored, list, { context, nameOf })
  const held = row?.names ?? []
  const isPerson = ({ id }: Named) => stored?.memberIds.includes(id) === true
  return done({
    organisation: named(organisation),
    shape: shapeOf(template),
    mayWrite,
    people: [...offered.people, ...without(held.filter(isPerson), offered.people)],
    branches: [
      ...offered.branches,
      ...without(
        held.filter((one) => !isPerson(one)),
        offered.branches,
      ),
    ],
    ...(row && { row }),
  })
})
