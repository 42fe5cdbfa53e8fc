import type { ResponseOf } from '@domain/contract/actions'
import type { ServiceForm } from '@domain/contract/service'
import { dayOf } from '@domain/time/day'
import { formatDay, formatWeekday } from '@domain/time/format'
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
    (key) => JSON.stringify(form[key]) === JSON.stringify(suggestion[key]),
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

/** 报到 300 人 · 本月名额 60: how many there are, and how many places the running month has for them. */
export function gaugeText({ residents, month }: PreparedService): string {
  const there = `报到 ${residents} 人`
  if (!month) return there
  const { services, places } = month
  if (services === 0) return `${there} · 本月还没有安排`
  return `${there} · 本月名额${places === undefined ? '不限' : ` ${places}`}`
}

const WEEK = 7 * 86_400_000

/** How many weeks in a row may be announced at once. */
export const weekChoices = [1, 4, 8] as const
export type Weeks = (typeof weekChoices)[number]

/** The same at the same hour of as many weeks, the first as it stands. */
export const weekly = (form: ServiceForm, weeks: Weeks): ServiceForm[] =>
  Array.from({ length: weeks }, (_, i) => ({
    ...form,
    startsAt: form.startsAt + i * WEEK,
    endsAt: form.endsAt + i * WEEK,
  }))

/** 每周六，9月26日到10月17日，共 4 次 */
export function weeklyText(form: ServiceForm, weeks: Weeks): string {
  const last = form.startsAt + (weeks - 1) * WEEK
  return `每${formatWeekday(form.startsAt)}，${formatDay(form.startsAt)}到${formatDay(last)}，共 ${weeks} 次`
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

/** The same for another community; a meeting point nobody has touched is that one's own. */
export const inCommunity = (form: ServiceForm, before: ServiceForm, after: ServiceForm): ServiceForm => ({
  ...form,
  communityId: after.communityId,
  place: form.place === before.place ? after.place : form.place,
})

/** What is typed as 名额; nothing, or what is no number, is 名额不限. */
export function withLimit({ limit: _before, ...form }: ServiceForm, typed: string): ServiceForm {
  const limit = Number.parseInt(typed, 10)
  return Number.isNaN(limit) ? form : { ...form, limit }
}

/** As it is sent: without what is left empty. */
export function sentForm({ contact, sevenOnes = [], ...form }: ServiceForm): ServiceForm {
  const name = contact?.trim() ?? ''
  return { ...form, ...(name !== '' && { contact: name }), ...(sevenOnes.length > 0 && { sevenOnes }) }
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
