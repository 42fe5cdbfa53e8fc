import { done, refuse } from '@domain/contract/answer'
import { besidesOf } from '@domain/papers/branchSheet'
import { cellsOf, type CountyItem, sumOf } from '@domain/papers/countySheet'
import type { FactLine } from '@domain/papers/factLines'
import { memberTotals } from '@domain/papers/memberSheet'
import { type PaperSpan, paperSpan } from '@domain/papers/paperSpan'
import { isClosed } from '@domain/time/entryDeadline'
import { periodsIn } from '@domain/time/period'
import { aboutCounty } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { aboutSpan, hasBegun } from './aboutSpan'
import { countyFactsOf } from './countyFactsOf'
import { branchFactsOf, memberNumbersOf } from './spanFacts'

const badSpan = refuse('invalid_request', { path: 'periodKey' })

const lineOf = (line: FactLine) => {
  const { duty, heading, when, needed, done: times, late, waits, open, free } = line
  return {
    ...(heading && { heading }),
    ...{ dutyId: duty.id, version: duty.version, label: duty.label, when },
    ...{ needed, done: times, late, waits, besides: besidesOf(line), open: [...open], free: [...free] },
  }
}

/** 支部一张 on the page, from what its file is made of. */
export const factsOfBranch = useCase('paper.factsOfBranch', aboutSpan, async (_, context, { node, span }) => {
  if (!hasBegun(span, context.today)) return badSpan
  const { organisation, lines } = await branchFactsOf(node, span, context)
  return done({ organisation, asOf: context.today, lines: lines.map(lineOf) })
})

/** 党员一张 on the page: the 合计 of its file. */
export const factsOfMembers = useCase(
  'paper.factsOfMembers',
  aboutSpan,
  async (_, context, { node, span }) => {
    if (!hasBegun(span, context.today)) return badSpan
    const facts = await memberNumbersOf(node, span, context)
    const { organisation, people } = facts
    return done({ organisation, asOf: context.today, people: people.length, lines: memberTotals(facts) })
  },
)

export const itemOfCounty = ({ duty, label, when }: CountyItem) => ({
  ...{ dutyId: duty.id, version: duty.version, label, when },
})

/** Months close one after the other. */
function lastClosed(span: PaperSpan, context: Context): string | undefined {
  const closed = periodsIn('month', span).filter((month) => isClosed(month, context))
  return closed[closed.length - 1]?.key
}

/** 全县直汇总 on the page: the 合计 of its file. */
export const factsOfCounty = useCase('paper.factsOfCounty', aboutCounty, async (request, context) => {
  const span = paperSpan(request.periodKey, request.until)
  if (!hasBegun(span, context.today)) return badSpan
  const { organisation, groups, left } = await countyFactsOf(span, context)
  const until = lastClosed(span, context)
  return done({
    ...{ organisation, asOf: context.today, left: [...left] },
    ...(until !== undefined && { closedUntil: until }),
    groups: groups.map((group) => ({
      ...{ of: group.of, name: group.name, measure: group.measure, places: group.places.length },
      lines: group.items.map((item) => {
        const cells = cellsOf(group, item)
        return {
          ...itemOfCounty(item),
          ...{ done: sumOf(cells, 0), owed: sumOf(cells, 1), late: sumOf(cells, 2), waits: sumOf(cells, 3) },
        }
      }),
    })),
  })
})
