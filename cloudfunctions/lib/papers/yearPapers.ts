import { type BranchPaper, branchPaper } from '@domain/contract/paper'
import type { Organisation } from '@domain/org/organisation'
import { FACT_SHEET } from '@domain/papers/branchSheet'
import { fileName } from '@domain/papers/fileName'
import type { PatrolChapter } from '@domain/papers/patrolList'
import { LISTS, listSheets } from '@domain/papers/listPaper'
import { paperSpan } from '@domain/papers/paperSpan'
import { ROSTER } from '@domain/papers/rosterSheet'
import type { Period } from '@domain/time/period'
import { placeIn } from './ledgerOf'
import { listsIn } from './listsIn'
import type { Asked } from './longPaper'
import { branchPapers } from './paperOfBranch'
import { spanPapers } from './paperOfSpan'
import { writeExcel } from './write/writeExcel'
import { rosterOf } from './rosterOf'
import { isRolledUp, rolledUpSheet } from './rolledUp'

/** A paper of one year, made as it is made by itself. */
export interface YearPaper {
  year: Period
  chapter: PatrolChapter
  path: string
  /** Made of sums where the records are gone. */
  maybeOfSums?: true
  make: () => Promise<Uint8Array>
}

type Kind = Pick<YearPaper, 'chapter' | 'maybeOfSums'> & {
  paper: string
  make: (asked: Asked, year: Period) => Promise<Uint8Array>
}

const ofBranch = (which: BranchPaper): Kind => ({
  chapter: '4-登记和台账',
  paper: branchPapers[which].paper,
  make: async ({ node, context, at }, year) =>
    writeExcel(await branchPapers[which].make(node, year, context), at),
})

const ofSpan = async (which: 'branch' | 'members', { node, context, at }: Asked, year: Period) => {
  const span = paperSpan(year.key)
  return span ? spanPapers[which].make(node, span, context, at) : new Uint8Array()
}

const kinds: readonly Kind[] = [
  {
    chapter: '2-名册',
    paper: ROSTER,
    make: async ({ node, context, at }, year) => writeExcel(await rosterOf(node, year, context), at),
  },
  ...branchPaper.options.map(ofBranch),
  {
    chapter: '5-开展情况',
    paper: FACT_SHEET,
    maybeOfSums: true,
    make: async (asked, year) => {
      const sums = (await isRolledUp(asked, year)) ? await rolledUpSheet(asked, year) : null
      return sums ? writeExcel(sums, asked.at) : ofSpan('branch', asked, year)
    },
  },
  {
    chapter: '5-开展情况',
    paper: spanPapers.members.paper,
    make: (asked, year) => ofSpan('members', asked, year),
  },
  {
    chapter: '6-清单台账',
    paper: LISTS,
    make: async ({ node, context, at }, year) =>
      writeExcel(listSheets(await listsIn(node, year, context)), at),
  },
]

/** Years in which the branch was there: before it was founded, or after its end, there is nothing to tell. */
const wasThere = ({ isFounded, validFrom, validTo }: Organisation, { from, to }: Period): boolean =>
  !(isFounded === true && validFrom > to) && (validTo === undefined || validTo >= from)

/** The papers of every year, year by year. */
export const yearPapers = (asked: Asked): YearPaper[] => {
  const { node, spans, context } = asked
  return spans
    .filter((year) => wasThere(node, year))
    .flatMap((year) => {
      const organisation = placeIn(node, year, context).branch.name
      return kinds.map(({ paper, make, ...kind }) => ({
        ...{ year, ...kind },
        path: fileName({ organisation, when: year, paper, ending: 'xlsx' }),
        make: () => make(asked, year),
      }))
    })
}
