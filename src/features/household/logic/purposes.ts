import type { RequestOf } from '@domain/contract/actions'
import type { IconName } from '@/components/Icon/Icon'

export type Purpose = RequestOf<'household.visit'>['purposes'][number]

/** 宣传政策、交心谈心、排忧解难、谋划发展: one tap each. There is no text: what a family lives through is nobody's entry. */
export const purposeLooks: Record<Purpose, { label: string; icon: IconName }> = {
  policy: { label: '宣传政策', icon: 'horn' },
  heart: { label: '交心谈心', icon: 'talk' },
  help: { label: '排忧解难', icon: 'umb' },
  plan: { label: '谋划发展', icon: 'seed' },
}
export const purposeOrder = Object.keys(purposeLooks) as Purpose[]

/** 交心谈心、排忧解难, in the order offered. */
export const purposesText = (chosen: readonly Purpose[]): string =>
  purposeOrder
    .filter((each) => chosen.includes(each))
    .map((each) => purposeLooks[each].label)
    .join('、')

/** Ticks one or takes the tick back. */
export const toggled = (chosen: readonly Purpose[], purpose: Purpose): Purpose[] =>
  chosen.includes(purpose) ? chosen.filter((each) => each !== purpose) : [...chosen, purpose]
