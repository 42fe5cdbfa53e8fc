import type { ResponseOf } from '@domain/contract/actions'
import type { ServiceForm } from '@domain/contract/service'
import { dayOf } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { periodOf, previousPeriod } from '@domain/time/period'
import type { PhoneRefusal } from '@/cloud/outcome'
import { instantOf } from '@/components/WhenField/pickerTimes'
import { refusals } from '@/words/refusals'

export type PreparedService = ResponseOf<'service.prepare'>

/** Fields of the page a sentence can stand at. */
export type ServiceField = 'title' | 'when' | 'place' | 'limit' | 'contact'
export interface ServiceFault {
  field: ServiceField
  text: string
}

const HALF_HOUR = 30 * 60_000
const MAX_LIMIT = 500

/** The form is as suggested still, so there is nothing to take over. */
export const isAsSuggested = (form: ServiceForm, { suggestion }: PreparedService): boolean =>
  (Object.keys({ ...suggestion, ...form }) as (keyof ServiceForm)[]).every(
    (key) => form[key] === suggestion[key],
  )

/** 照上月再发, or 照上次再发 when the last one is longer ago. */
export function againTitle(last: { startsAt: number }, now: number): string {
  const month = previousPeriod(periodOf('month', now)).key
  return periodOf('month', last.startsAt).key === month ? '照上月再发' : '照上次再发'
}

/** 8月22日 清洁家园，时间顺延，其余照填; once it stands in the form: 已照8月22日 清洁家园填好，可以再改 */
export const againText = (last: { title: string; startsAt: number }, taken = false): string => {
  const which = `${formatDay(last.startsAt)} ${last.title}`
  return taken ? `已照${which}填好，可以再改` : `${which}，时间顺延，其余照填`
}

/** Moves the start and keeps the length. */
export const moveServiceStart = (form: ServiceForm, startsAt: number): ServiceForm => ({
  ...form,
  startsAt,
  endsAt: startsAt + (form.endsAt - form.startsAt),
})

/** An end before the start is taken to mean: half an hour at least. */
export function moveServiceEnd(form: ServiceForm, time: string): ServiceForm {
  const endsAt = instantOf(dayOf(form.startsAt), time)
  return { ...form, endsAt: Math.max(endsAt, form.startsAt + HALF_HOUR) }
}

/** What is typed as 名额; nothing, or what is no number, is 名额不限. */
export function withLimit({ limit: _before, ...form }: ServiceForm, typed: string): ServiceForm {
  const limit = Number.parseInt(typed, 10)
  return Number.isNaN(limit) ? form : { ...form, limit }
}

/** As it is sent: without what is left empty. */
export function sentForm({ contact, ...form }: ServiceForm): ServiceForm {
  const name = contact?.trim() ?? ''
  return name === '' ? form : { ...form, contact: name }
}

/** The first thing that keeps the form from being published. */
export function faultOfService({ title, place, limit }: ServiceForm): ServiceFault | null {
  if (!title.trim()) return { field: 'title', text: '请填做什么' }
  if (!place.trim()) return { field: 'place', text: '请填集合点' }
  if (limit !== undefined && (limit < 1 || limit > MAX_LIMIT))
    return { field: 'limit', text: `名额填 1 到 ${MAX_LIMIT}，不填就是名额不限` }
  return null
}

const fieldOfPath: Partial<Record<string, ServiceField>> = {
  title: 'title',
  startsAt: 'when',
  endsAt: 'when',
  place: 'place',
  limit: 'limit',
  contact: 'contact',
}

/** Where on the page a refusal belongs; null: it concerns the whole of it. */
export function refusedServiceField({ reason, detail }: PhoneRefusal): ServiceFault | null {
  if (reason === 'wrong_times') return { field: 'when', text: refusals.wrong_times.text }
  const field = reason === 'invalid_request' ? fieldOfPath[detail?.path?.split('.')[1] ?? ''] : undefined
  return field ? { field, text: refusals.invalid_request.title } : null
}
