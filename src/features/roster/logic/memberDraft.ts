import type { ResponseOf } from '@domain/contract/actions'
import type { MemberForm } from '@domain/contract/roster'
import type { Day } from '@domain/time/day'
import type { PhoneRefusal } from '@/cloud/outcome'

export type Choices = ResponseOf<'roster.choices'>
/** What is filled in. `since` and `fromOutside` only matter for someone who is added. */
export interface MemberDraft {
  form: MemberForm
  since: Day
  fromOutside: boolean
}
/** What is chosen on a sheet of its own. */
export type LinkedField = 'households' | 'contacts'
export type MemberFieldName = 'name' | 'phoneTail' | 'group'

export const emptyDraft = (today: Day): MemberDraft => ({
  form: { name: '', phoneTail: '', standing: 'full', householdIds: [], contactBranchIds: [] },
  since: today,
  fromOutside: false,
})

const isWhole = (typed: string) => /^1[3-9]\d{9}$/.test(typed)

/** What is still wrong with it, the first one of the page. `before`: as the register has it; a number it has not got need not be filled in. */
export function faultOf(
  { form }: MemberDraft,
  before?: MemberForm,
): { field: MemberFieldName; text: string } | null {
  const { name, phoneTail: typed } = form
  if (name.trim() === '') return { field: 'name', text: '请填姓名' }
  if (/^\d{4}$/.test(typed) || isWhole(typed) || (typed === '' && before?.phoneTail === '')) return null
  return { field: 'phoneTail', text: '请填 11 位手机号，或后四位' }
}

/** The form as it is sent: of a whole number typed the last four digits, and the number to be compared with WeChat's. */
export const toSave = ({ phoneTail: typed, ...form }: MemberForm): MemberForm =>
  isWhole(typed) ? { ...form, phoneTail: typed.slice(-4), phone: typed } : { ...form, phoneTail: typed }

/** The field a refusal belongs to. */
export function placeOf({ reason }: PhoneRefusal): { field: MemberFieldName; text: string } | null {
  return reason === 'wrong_group' ? { field: 'group', text: '这个党小组不在本支部，请重新选' } : null
}

/** Sets an optional value, or takes it away. */
export function withValue<K extends 'groupId' | 'communityId' | 'cadre'>(
  form: MemberForm,
  key: K,
  value: MemberForm[K] | undefined,
): MemberForm {
  const kept = Object.entries(form).filter(([each]) => each !== key)
  // A 联系点 is a county leader's.
  const contacts = key === 'cadre' && value !== 'county' ? { contactBranchIds: [] } : {}
  return {
    ...(Object.fromEntries(kept) as MemberForm),
    ...contacts,
    ...(value !== undefined && { [key]: value }),
  }
}

/** `青山村 01、青山村 02`; null: none. */
export function householdText(form: MemberForm, { households }: Choices): string | null {
  const linked = households.filter(({ id }) => form.householdIds.includes(id))
  const unknown = form.householdIds.length - linked.length
  const parts = linked.map(({ village, number }) => `${village} ${number}`)
  return parts.length + unknown === 0
    ? null
    : [...parts, ...(unknown > 0 ? [`另 ${unknown} 户`] : [])].join('、')
}
