import type { Basis, PeriodKind, UpperRule } from './duty'

/** The county's own demands, from the speech that set them; it has no document number. Its 至少 is stricter than the rules' 一般. */
export const countyBasis: Basis = { document: '县直机关党建工作会议讲话' }

const branchDocument = '中国共产党支部工作条例（试行）'
const membersDocument = '中国共产党党员教育管理工作条例'
const organsDocument = '中国共产党党和国家机关基层组织工作条例'
const theoryDocument = '中国共产党党委（党组）理论学习中心组学习规则'

/** 支部工作条例（试行） */
export const branchRules = (article: string): Basis => ({ document: branchDocument, article })
/** 党员教育管理工作条例 */
export const membersRules = (article: string): Basis => ({ document: membersDocument, article })
/** 党和国家机关基层组织工作条例 */
export const organsRules = (article: string): Basis => ({ document: organsDocument, article })
/** 理论学习中心组学习规则 (2017) */
export const theoryRules: Basis = { document: theoryDocument }

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

/** Art. 20 asks for hours of study in a year (学时), not for a number of meetings. */
export const hoursOfStudy = asksFor(membersRules('第二十条'), '每年集中学习培训一般不少于 32 学时')

/** Documents of which no full text was read when the default rules were written. */
const unread: readonly string[] = [branchDocument, theoryDocument]

/** Whether a source has still to be held against its full text: 依据待核. With a 文号 the committee has looked it up itself. */
export const isUnchecked = ({ document, number }: Basis): boolean =>
  number === undefined && unread.includes(document)
