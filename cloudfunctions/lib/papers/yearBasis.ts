import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { treeFor } from '@domain/org/asOf'
import { isUnder } from '@domain/org/tree'
import type { CountyPlace } from '@domain/papers/countySheet'
import { fileName } from '@domain/papers/fileName'
import { paperSpan } from '@domain/papers/paperSpan'
import {
  YEAR_BASIS,
  type YearBasis,
  type YearBranch,
  yearBasisSheet,
  yearBasisText,
} from '@domain/papers/yearBasis'
import { dayOf } from '@domain/time/day'
import { entryClosesAt, isClosed } from '@domain/time/entryDeadline'
import { formatYearDay } from '@domain/time/format'
import { type Period, periodByKey } from '@domain/time/period'
import { limit } from '../entry/limit'
import { aboutCounty } from '../entry/targets'
import { type Context, type Found, useCase } from '../entry/useCase'
import { inTurns } from '../ground/inTurns'
import { countEnteredSince, type EnteredSince } from '../store/readBook'
import { hasBegun } from './aboutSpan'
import { countyFactsOf } from './countyFactsOf'
import { termText } from './handbookOf'
import { readBasics } from './readBasics'
import { writeExcel } from './write/writeExcel'
import { writeWord } from './write/writeWord'

/** Branches of a file: 620 of a large county are seven files, each as an answer can hold it. */
const MOST = 100
/** Branches whose books are read at the same time. */
const TOGETHER = 8

type Request = ParsedRequestOf<'paper.yearBasis'>

/** The county's, or one unit's of it. */
function load({ underId }: Request, context: Context): Found<null> | null {
  if (underId === undefined) return aboutCounty(undefined, context)
  return context.tree.get(underId)?.type === 'unit' ? { about: { branchId: underId }, loaded: null } : null
}

/** What of each branch's sheet is no number of the county's documents. */
async function withBasics(
  places: readonly CountyPlace[],
  year: Period,
  context: Context,
): Promise<YearBranch[]> {
  const tree = treeFor(context.register, year, context.now)
  const closesAt = entryClosesAt(year, context.calendar)
  const late = new Map<string, EnteredSince>()
  if (isClosed(year, context))
    await inTurns(places, TOGETHER, async ({ id }) => {
      late.set(id, await countEnteredSince(id, year, closesAt))
    })
  const basicsOf = await readBasics(
    places.map(({ id }) => id),
    year,
    { tree, now: context.now },
  )
  return places.map((place) => {
    const node = tree.get(place.id)
    return {
      ...{ place, term: node && termText(node), enteredAfter: late.get(place.id) },
      ...basicsOf(place.id),
    }
  })
}

interface Made extends Pick<YearBasis, 'facts' | 'branches'> {
  year: Period
  /** Not the first file. */
  goesOn: boolean
}

/** The file: how it is called, and what is in it. */
async function write({ year, goesOn, ...basis }: Made, { as, underId }: Request, context: Context) {
  const { now, calendar, register } = context
  const openUntil = formatYearDay(dayOf(entryClosesAt(year, calendar) - 1))
  const paper = { ...basis, ...(!isClosed(year, context) && { openUntil }) }
  const isExcel = as === 'excel'
  const made = isExcel
    ? await writeExcel(yearBasisSheet(paper), now)
    : await writeWord(yearBasisText(paper), now)
  const unit = treeFor(register, year, now).get(underId ?? '')
  const name = fileName({
    organisation: unit?.name ?? basis.facts.organisation,
    when: basis.facts.span,
    ...(goesOn && { kind: `${basis.branches[0]?.place.name ?? ''}起` }),
    paper: YEAR_BASIS,
    ending: isExcel ? 'xlsx' : 'docx',
  })
  return { fileName: name, content: Buffer.from(made).toString('base64') }
}

/** 年度综合考核依据, for the work committee: a sheet a branch, by the numbers of 全县直汇总 of the year; as many branches as a file holds. */
export const yearBasis = useCase('paper.yearBasis', load, async (request, context) => {
  const { now, today, caller, register } = context
  const { underId, afterId } = request
  const span = paperSpan(request.year)
  if (!hasBegun(span, today)) return refuse('invalid_request', { path: 'year' })
  const year = periodByKey(request.year)
  const tree = treeFor(register, year, now)
  const facts = await countyFactsOf(span, context)
  const ofBranches = facts.groups.find(({ of }) => of === 'branches')?.places ?? []
  const all = ofBranches.filter(({ id }) => underId === undefined || isUnder(tree, id, underId))
  const begins = all.findIndex(({ id }) => id === afterId) + 1
  const places = all.slice(begins, begins + MOST)
  const last = places[places.length - 1]
  if (!last) return refuse('no_branches')
  const tooMany = await limit({ openId: caller.openId, kind: 'paper' }, now)
  if (tooMany) return tooMany
  const branches = await withBasics(places, year, context)
  const left = all.length - begins - places.length
  return done({
    ...(await write({ facts, branches, year, goesOn: begins > 0 }, request, context)),
    ...{ branches: places.length, left },
    ...(left > 0 && { next: last.id }),
  })
})
