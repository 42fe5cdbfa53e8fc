import { defaultDuties } from './defaultDuties'
import { amountText, basisText } from './ruleText'
import { branchRules, documentNamedIn, isReadInFull, membersRules } from './sources'

test('a number says its period and measure, none says 定期', () => {
  expect(amountText({ minimum: 2, period: 'quarter', measure: '次' })).toBe('每季度至少 2 次')
  expect(amountText({ minimum: 1, period: 'year', measure: '件' })).toBe('每年至少 1 件')
  expect(amountText({ minimum: null, period: 'year', measure: '次' })).toBe('定期，不设次数')
})

test('document and article stand first, then the number', () => {
  expect(basisText({ document: '通知', number: '县直工发〔2026〕3号', article: '第四条' })).toBe(
    '依据：通知第四条（县直工发〔2026〕3号）',
  )
})

test('a number that is not known yet is said after the source, never instead of it', () => {
  expect(basisText({ document: '党建工作要求' })).toBe('依据：党建工作要求（文号待补）')
  expect(basisText(membersRules('第十七条'))).toBe('依据：中国共产党党员教育管理工作条例第十七条（文号待补）')
})

test('what was not read in full says so, until the committee has supplied its number', () => {
  const source = branchRules('第十一条')
  expect(basisText(source)).toBe('依据：中国共产党支部工作条例（试行）第十一条（文号待补，依据待核）')
  expect(basisText({ ...source, number: '中发〔2018〕1号' })).toBe(
    '依据：中国共产党支部工作条例（试行）第十一条（中发〔2018〕1号）',
  )
})

test('every rule, and every document above one, says 依据待核 where its document was not read in full', () => {
  const sources = defaultDuties.flatMap(({ basis, upper }) => [basis, ...(upper ? [upper] : [])])
  for (const source of sources) {
    const document = documentNamedIn(source.document)
    expect([source.document, document?.title]).toEqual([source.document, source.document])
    expect(basisText(source).includes('依据待核')).toBe(document !== undefined && !isReadInFull(document))
  }
  // A committee may call it by its short name: that makes nothing read.
  expect(basisText({ document: '支部工作条例' })).toContain('依据待核')
})
