import type { ResponseOf } from '@domain/contract/actions'
import type { MemberForm } from '@domain/contract/roster'
import type { Day } from '@domain/org/organisation'
import type { PhoneRefusal } from '@/platform/outcome'

export type Choices = ResponseOf<'roster.choices'>
/** What is filled in. `since` and `fromOutside` only matter for someone who is added. */
export interface MemberDraft {
  form: MemberForm
  since: Day
  fromOutside: boolean
}
export type MemberFieldName = 'name' | 'phoneTail' | 'group'

export const emptyDraft = (today: Day): MemberDraft => ({
  form: { name: '', phoneTail: '', standing: 'full', householdIds: [], contactBranchIds: [] },
  since: today,
  fromOutside: false,
})

/** What is still wrong with it, the first one of the page. */
export function faultOf({ form }: MemberDraft): { field: MemberFieldName; text: string } | null {
  if (form.name.trim() === '') return { field: 'name', text: '请填姓名' }
  if (!/^\d{4}$/.test(form.phoneTail)) return { field: 'phoneTail', text: '请填手机后四位' }
  return null
}

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
