import { refuse } from '@domain/contract/answer'
import type { CountyPaper } from '@domain/contract/paper'
import { FACT_SHEET } from '@domain/papers/branchSheet'
import { type CountyFacts, countySheet, countySheetText } from '@domain/papers/countySheet'
import { fileName, type PaperEnding } from '@domain/papers/fileName'
import { paperSpan } from '@domain/papers/paperSpan'
import { REPORT } from '@domain/papers/report'
import { limit } from '../entry/limit'
import { aboutCounty } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { hasBegun } from './aboutSpan'
import { countyFactsOf } from './countyFactsOf'
import { inPieces } from './inPieces'
import { countyReportOf } from './reportOf'
import { writeExcel } from './write/writeExcel'
import { writeWord } from './write/writeWord'

interface Kind {
  paper: string
  ending: PaperEnding
  /** `at`: when it is dated. */
  write: (facts: CountyFacts, at: number) => Promise<Uint8Array>
}

const kinds: Record<CountyPaper, Kind> = {
  county: {
    paper: `全县直${FACT_SHEET}`,
    ending: 'xlsx',
    write: (facts, at) => writeExcel(countySheet(facts), at),
  },
  countyText: {
    paper: `全县直${FACT_SHEET}`,
    ending: 'docx',
    write: (facts, at) => writeWord(countySheetText(facts), at),
  },
  report: {
    paper: REPORT,
    ending: 'docx',
    write: (facts, at) => writeWord(countyReportOf(facts), at),
  },
}

/** Papers of the whole county, for the work committee: of periods that are closed for entering. */
export const paperOfCounty = useCase('paper.ofCounty', aboutCounty, async (request, context) => {
  const { now, today, caller } = context
  const span = paperSpan(request.periodKey, request.until)
  if (!hasBegun(span, today)) return refuse('invalid_request', { path: 'periodKey' })
  const tooMany = await limit({ openId: caller.openId, kind: 'paper' }, now)
  if (tooMany) return tooMany
  const facts = await countyFactsOf(span, context)
  const { write, paper, ending } = kinds[request.paper]
  const at = request.piece?.at ?? now
  const bytes = await write(facts, at)
  const name = fileName({ organisation: facts.organisation, when: span, paper, ending })
  return inPieces({ fileName: name, bytes, at }, request.piece)
})
