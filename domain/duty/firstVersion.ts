import type { Basis, Duty, PeriodKind, UpperRule } from './duty'

/** Version 1 of a default duty: valid from the beginning of 2026, without end. */
export const firstVersion = (
  duty: Omit<Duty, '_id' | 'version' | 'validFrom' | 'conditions'> & Partial<Duty>,
): Duty => ({
  conditions: [],
  ...duty,
  _id: `${duty.id}@1`,
  version: 1,
  validFrom: '2026-01-01',
})

/** The county's own demands, from the speech that set them; it has no document number, so the sheet says 依据待补. */
export const countyBasis: Basis = { document: '县直机关党建工作会议讲话' }
/** 中国共产党支部工作条例（试行） */
export const branchRules = (article: string): Basis => ({
  document: '中国共产党支部工作条例（试行）',
  article,
})

/** What that document itself asks: the county asks no more than this. */
export const branchRulesAsk = (article: string, minimum: number, period: PeriodKind): UpperRule => ({
  ...branchRules(article),
  minimum,
  period,
})
/** 中国共产党党员教育管理工作条例 art. 20 asks for hours of study in a year (学时), not for a number of meetings. */
export const studyHoursAsked: UpperRule = {
  document: '中国共产党党员教育管理工作条例',
  article: '第二十条',
  minimum: null,
  asks: '每年集中学习培训一般不少于 32 学时',
  period: 'year',
}
