import { refuse } from '@domain/contract/answer'
import type { SpanPaper } from '@domain/contract/paper'
import type { Organisation } from '@domain/org/organisation'
import { branchSheet, branchSheetText, FACT_SHEET } from '@domain/papers/branchSheet'
import { fileName, type PaperEnding } from '@domain/papers/fileName'
import { memberSheet, memberSheetText } from '@domain/papers/memberSheet'
import type { PaperSpan } from '@domain/papers/paperSpan'
import { REPORT } from '@domain/papers/report'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { limit } from '../entry/limit'
import { type Context, type Found, useCase } from '../entry/useCase'
import { inPieces } from './inPieces'
import { placeIn } from './ledgerOf'
import { aboutSpan, type BranchSpan, hasBegun } from './aboutSpan'
import { participationOf } from './participationOf'
import { branchReportOf } from './reportOf'
import { branchFactsOf, membersFactsOf } from './spanFacts'
import { writeExcel } from './write/writeExcel'
import { writeWord } from './write/writeWord'

interface Kind {
  paper: string
  ending: PaperEnding
  /** `at`: when it is dated. */
  make: (node: Organisation, span: PaperSpan, context: Context, at: number) => Promise<Uint8Array>
}

export const spanPapers: Record<SpanPaper, Kind> = {
  branch: {
    paper: FACT_SHEET,
    ending: 'xlsx',
    make: async (node, span, context, at) =>
      writeExcel(branchSheet(await branchFactsOf(node, span, context)), at),
  },
  branchText: {
    paper: FACT_SHEET,
    ending: 'docx',
    make: async (node, span, context, at) =>
      writeWord(branchSheetText(await branchFactsOf(node, span, context)), at),
  },
  members: {
    paper: `党员${FACT_SHEET}`,
    ending: 'xlsx',
    make: async (node, span, context, at) =>
      writeExcel(
        memberSheet(await membersFactsOf(node, span, context), await participationOf(node, span, context)),
        at,
      ),
  },
  membersText: {
    paper: `党员${FACT_SHEET}`,
    ending: 'docx',
    make: async (node, span, context, at) =>
      writeWord(memberSheetText(await membersFactsOf(node, span, context)), at),
  },
  report: {
    paper: REPORT,
    ending: 'docx',
    make: async (node, span, context, at) => writeWord(await branchReportOf(node, span, context), at),
  },
}

/** What is told of a branch as a whole. */
const ofBranch: readonly SpanPaper[] = ['branch', 'branchText']

function load(request: ParsedRequestOf<'paper.ofSpan'>, context: Context): Found<BranchSpan> | null {
  const found = aboutSpan(request, context)
  const staysInside = !ofBranch.includes(request.paper)
  return found && { ...found, about: { ...found.about, staysInside } }
}

/** A branch's papers of any months: for whoever runs it, and 支部一张 of closed ones for whoever stands above it. */
export const paperOfSpan = useCase('paper.ofSpan', load, async (request, context, { node, span }) => {
  const { now, today, caller } = context
  if (!hasBegun(span, today)) return refuse('invalid_request', { path: 'periodKey' })
  const tooMany = await limit({ openId: caller.openId, kind: 'paper' }, now)
  if (tooMany) return tooMany
  const { make, paper, ending } = spanPapers[request.paper]
  const at = request.piece?.at ?? now
  const bytes = await make(node, span, context, at)
  const organisation = placeIn(node, span, context).branch.name
  const name = fileName({ organisation, when: span, paper, ending })
  return inPieces({ fileName: name, bytes, at }, request.piece)
})
