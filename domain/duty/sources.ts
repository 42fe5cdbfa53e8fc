import type { PeriodKind } from '../time/period'
import type { Basis, UpperRule } from './duty'

/**
 * The documents that rules and pages rest on, by the name pages call them, and how much of each was read when the default rules were written.
 * Of one that was not read in full every page that leans on it says 依据待核.
 */
export interface SourceDocument {
  title: string
  /** Part of the title by which it is known wherever it is named. */
  known: string
  read: 'full' | 'part' | 'elsewhere'
}

const speech: SourceDocument = { title: '县直机关党建工作会议讲话', known: '工作会议讲话', read: 'full' }
const members: SourceDocument = {
  title: '中国共产党党员教育管理工作条例',
  known: '党员教育管理工作条例',
  read: 'full',
}
const organs: SourceDocument = {
  title: '中国共产党党和国家机关基层组织工作条例',
  known: '机关基层组织工作条例',
  read: 'full',
}
const volunteers: SourceDocument = { title: '志愿服务条例', known: '志愿服务条例', read: 'full' }
const branches: SourceDocument = {
  title: '中国共产党支部工作条例（试行）',
  known: '支部工作条例',
  read: 'part',
}
const elections: SourceDocument = {
  title: '中国共产党基层组织选举工作条例',
  known: '选举工作条例',
  read: 'part',
}
const admission: SourceDocument = {
  title: '中国共产党发展党员工作细则',
  known: '发展党员工作细则',
  read: 'elsewhere',
}
const theory: SourceDocument = {
  title: '中国共产党党委（党组）理论学习中心组学习规则',
  known: '中心组学习规则',
  read: 'elsewhere',
}

export const sourceDocuments: readonly SourceDocument[] = [
  speech,
  members,
  organs,
  volunteers,
  branches,
  elections,
  admission,
  theory,
]

/** The first of them a text names: `documentNamedIn('《中国共产党支部工作条例（试行）》第十一条')?.known // '支部工作条例'` */
export const documentNamedIn = (text: string): SourceDocument | undefined =>
  sourceDocuments.find(({ known }) => text.includes(known))

export const isReadInFull = ({ read }: SourceDocument): boolean => read === 'full'

/** The county's own demands, from the speech that set them; it has no document number. Its 至少 is stricter than the rules' 一般. */
export const countyBasis: Basis = { document: speech.title }

/** 支部工作条例（试行） */
export const branchRules = (article: string): Basis => ({ document: branches.title, article })
/** 党员教育管理工作条例 */
export const membersRules = (article: string): Basis => ({ document: members.title, article })
/** 党和国家机关基层组织工作条例 */
export const organsRules = (article: string): Basis => ({ document: organs.title, article })
/** 理论学习中心组学习规则 (2017) */
export const theoryRules: Basis = { document: theory.title }

/** The document above a rule with the number it names; `words`: in its own words, where 至少 would say more than it does. */
export const asks = (basis: Basis, minimum: number, period: PeriodKind, words?: string): UpperRule => ({
  ...basis,
  minimum,
  period,
  ...(words !== undefined && { asks: words }),
})

/** The document above a rule that names the thing and no number, in its own words. */
export const asksFor = (basis: Basis, words: string, period: PeriodKind = 'year'): UpperRule => ({
  ...basis,
  minimum: null,
  asks: words,
  period,
})

/** Art. 20 asks for hours of study in a year (学时), not for a number of meetings; of secretaries and committees it is more, which was read in part. */
export const hoursOfStudy = asksFor(
  membersRules('第二十条'),
  '每年集中学习培训一般不少于 32 学时，党支部书记和班子成员不少于 56 学时（依据待核）',
)

/** Whether a source has still to be held against its full text: 依据待核. With a 文号 the committee has looked it up itself. */
export const isUnchecked = ({ document, number }: Basis): boolean => {
  const named = documentNamedIn(document)
  return number === undefined && named !== undefined && !isReadInFull(named)
}
