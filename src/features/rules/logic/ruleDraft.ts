import type { RuleChange, RuleOption } from '@domain/contract/duty'
import type { BranchType } from '@domain/contract/words'
import { ruleText } from '@domain/duty/ruleText'
import { branchTypeLabels } from '@domain/org/branchTypeLabels'
import type { PhoneRefusal } from '@/cloud/outcome'
import { refusals } from '@/words/refusals'

export type Carried = NonNullable<RuleChange['carries']>[number]
export type RuleField = 'minimum' | 'text' | 'document' | 'number' | 'article' | 'types'
export interface Fault {
  field: RuleField
  text: string
}

/** What is typed and switched on the page; `text` says 【次数】 where the number stands. */
export interface RuleDraft {
  minimum: number | null
  text: string
  document: string
  number: string
  article: string
  options: readonly RuleOption[]
  types: readonly BranchType[]
  carries: readonly Carried[] | null
  inForce: boolean
}

/** As much as the contract takes. */
export const MOST = 31
export const allTypes = Object.keys(branchTypeLabels) as BranchType[]

/** Its spaces are typography, not typed: 至少 {n} 次 is edited as 至少【次数】次. */
const place = / ?\{n\} ?/g
/** 【次数】, 【件数】: the number's place in a sentence a person edits. */
export const slotOf = (measure: string): string => `【${measure}数】`

export const draftOf = (form: RuleChange, measure: string): RuleDraft => ({
  minimum: form.minimum,
  text: form.text.replace(place, slotOf(measure)),
  document: form.basis.document,
  number: form.basis.number ?? '',
  article: form.basis.article ?? '',
  options: form.options,
  types: form.branchTypes ?? allTypes,
  carries: form.carries ?? null,
  inForce: form.inForce,
})

const sentence = ({ text }: RuleDraft, measure: string): string =>
  text
    .split(slotOf(measure))
    .map((part) => part.trim())
    .join(' {n} ')
    .trim()

/** The sentence as every page will show it. */
export const shownText = (draft: RuleDraft, measure: string): string =>
  ruleText({ text: sentence(draft, measure), minimum: draft.minimum })

/** The draft as a change on top of the version `baseVersion` names. */
export function changeOf(
  draft: RuleDraft,
  { dutyId, baseVersion, added }: Pick<RuleChange, 'dutyId' | 'baseVersion' | 'added'>,
  measure: string,
): RuleChange {
  const [number, article] = [draft.number.trim(), draft.article.trim()]
  return {
    dutyId,
    baseVersion,
    minimum: draft.minimum,
    text: sentence(draft, measure),
    basis: {
      document: draft.document.trim(),
      ...(number !== '' && { number }),
      ...(article !== '' && { article }),
    },
    options: [...draft.options],
    ...(draft.types.length < allTypes.length && { branchTypes: [...draft.types] }),
    ...(draft.carries && { carries: [...draft.carries] }),
    inForce: draft.inForce,
    ...(added && { added }),
  }
}

/** What keeps the draft from being looked at; a rule that ends needs nothing. */
export function faultOf(draft: RuleDraft, measure: string): Fault | null {
  if (!draft.inForce) return null
  if (draft.text.trim() === '') return { field: 'text', text: '请写这条规定' }
  if (lacksSlot(draft, measure)) return { field: 'text', text: `这句话里还没有${slotOf(measure)}` }
  if (draft.document.trim() === '') return { field: 'document', text: '请填依据的文件' }
  return draft.types.length === 0 ? { field: 'types', text: '请至少选一类支部' } : null
}

export const lacksSlot = ({ minimum, text }: RuleDraft, measure: string): boolean =>
  minimum !== null && !text.includes(slotOf(measure))

/** The sentence with the number's place put in before its end: 党员定期向党组织汇报思想，至少【次数】次。 */
export const withSlot = (draft: RuleDraft, measure: string): RuleDraft => ({
  ...draft,
  text: `${draft.text.trim().replace(/。$/, '')}，至少${slotOf(measure)}${measure}。`,
})

/** One of a list taken off or put on, in the order of `all`. */
export const toggled = <T>(list: readonly T[], one: T, all: readonly T[]): T[] =>
  all.filter((each) => (each === one ? !list.includes(one) : list.includes(each)))

const fieldOfPath: Partial<Record<string, RuleField>> = {
  minimum: 'minimum',
  text: 'text',
  'basis.document': 'document',
  'basis.number': 'number',
  'basis.article': 'article',
  branchTypes: 'types',
}

/** Where on the page a refusal belongs; null: it concerns the whole of it. */
export function refusedField({ reason, detail }: PhoneRefusal): Fault | null {
  const path = detail?.path?.replace(/^change\./, '') ?? ''
  const field = reason === 'invalid_request' ? fieldOfPath[path] : undefined
  return field ? { field, text: refusals.invalid_request.title } : null
}
