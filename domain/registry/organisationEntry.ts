import type { RowReason } from '../contract/imports'
import type { BranchType, OrganisationType } from '../contract/words'
import type { Day } from '../time/day'
import { harmless, textOf, withoutSpaces } from './cell'
import type { OrganisationEntry } from './entry'
import type { CellOf } from './memberEntry'
import { parseDay } from './parseDay'

/** What is asked first: 社区党支部 is a community's, 党小组 of a 支部 a group. */
const types: [RegExp, OrganisationType][] = [
  [/小组/, 'group'],
  [/社区/, 'community'],
  [/工作委员会|工委/, 'work_committee'],
  [/村/, 'village'],
  [/支部/, 'branch'],
  [/党组|党委|党务机构|总支|委员会|党工委/, 'unit'],
]
const natures: [RegExp, BranchType][] = [
  [/事业/, 'institution'],
  [/企业|公司/, 'enterprise'],
  [/机关/, 'organ'],
]

const firstOf = <T>(list: [RegExp, T][], text: string): T | undefined =>
  list.find(([pattern]) => pattern.test(text))?.[1]

/** What a row says of an organisation, or why it cannot be taken. */
export function organisationEntry(cell: CellOf, today: Day): OrganisationEntry | RowReason {
  const text = (field: Parameters<CellOf>[0]) => withoutSpaces(textOf(cell(field)))
  const name = harmless(text('organisation'), 40)
  if (name === '') return 'no_name'
  const type = firstOf(types, text('type') || name)
  if (!type) return 'unknown_type'
  const foundedOn = parseDay(cell('foundedOn'))
  const termEndsOn = parseDay(cell('termEndsOn'))
  if (foundedOn === null || termEndsOn === null) return 'date_not_a_date'
  if (foundedOn !== undefined && foundedOn > today) return 'date_in_future'
  const branchType = type === 'branch' ? firstOf(natures, text('nature')) : undefined
  const headcount = /^\d{1,5}人?$/.test(text('headcount'))
    ? Number.parseInt(text('headcount'), 10)
    : undefined
  const committee = type === 'branch' ? /^(是|否|有|未设|设|✓|√)/.exec(text('hasCommittee'))?.[1] : undefined
  return {
    name,
    type,
    ...(text('parent') && { parent: harmless(text('parent'), 40) }),
    ...(branchType && { branchType }),
    ...(foundedOn && { foundedOn }),
    ...(termEndsOn && { termEndsOn }),
    ...(committee && { hasCommittee: committee !== '否' && committee !== '未设' }),
    ...(headcount !== undefined && type === 'unit' && { headcount }),
  }
}
