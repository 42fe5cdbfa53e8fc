import { activityKinds } from '@domain/contract/lists'
import { clashes } from '@domain/activity/clashes'
import { yearsFor } from '@domain/activity/forYear'
import { kindLabels } from '@domain/activity/kindLabels'
import { suggestTitle } from '@domain/activity/suggestTitle'
import { lacks } from '@domain/activity/validatePlan'
import type { ResponseOf } from '@domain/contract/actions'
import type { ActivityForm, Suggestion } from '@domain/contract/activity'
import type { Named } from '@domain/contract/shared'
import type { ActivityKind } from '@domain/contract/words'
import { dayOf } from '@domain/time/day'
import { formatClock } from '@domain/time/format'
import type { PhoneRefusal } from '@/cloud/outcome'
import { instantOf } from '@/components/WhenField/pickerTimes'
import { refusals } from '@/words/refusals'
import { sentForm } from './contents'

export type Prepared = ResponseOf<'activity.prepare'>
export type Host = Prepared['hosts'][number]

/** Fields of the page a sentence can stand at. */
export type PlanField =
  'title' | 'when' | 'place' | 'people' | 'topic' | 'lecturer' | 'agenda' | 'carries' | 'joint'
export interface Fault {
  field: PlanField
  text: string
}

const HALF_HOUR = 30 * 60_000

export const hostsOf = (prepared: Prepared, kind: ActivityKind): Host[] =>
  prepared.hosts.filter((host) => host.kinds.includes(kind))

const hostName = (prepared: Prepared, id: string) => prepared.hosts.find((host) => host.id === id)?.name

/** What is suggested, with everybody of its host where it does not say who. */
export const formOf = ({ hosts }: Prepared, { expectedIds, ...form }: Suggestion): ActivityForm => ({
  ...form,
  expectedIds: expectedIds ?? hosts.find(({ id }) => id === form.hostId)?.memberIds ?? [],
})

/** What the form begins with: what is being changed, what was asked for, what is missing, or the first there is. */
export function firstForm(
  prepared: Prepared,
  wanted: { kind?: ActivityKind | undefined; hostName?: string | undefined },
): ActivityForm | undefined {
  const { current, suggestions, gaps, hosts } = prepared
  if (current) return current.form
  const hostId = hosts.find(({ name }) => name === wanted.hostName)?.id
  const missing = activityKinds.find((kind) => gaps.includes(kind))
  const wished = suggestions.filter(({ kind }) => kind === wanted.kind)
  const suggestion =
    wished.find((each) => each.hostId === hostId) ??
    wished[0] ??
    suggestions.find(({ kind }) => kind === missing) ??
    suggestions[0]
  return suggestion && formOf(prepared, suggestion)
}

/** A title that was suggested follows the date and the host; one typed by hand stays. */
function retitle(prepared: Prepared, before: ActivityForm, after: ActivityForm): ActivityForm {
  const titleOf = ({ kind, startsAt, hostId, forYear }: ActivityForm) =>
    suggestTitle(kind, startsAt, hostName(prepared, hostId), forYear)
  return before.title === titleOf(before) ? { ...after, title: titleOf(after) } : after
}

/** Another 所属年度. */
export const chooseYear = (prepared: Prepared, form: ActivityForm, forYear: number): ActivityForm =>
  retitle(prepared, form, { ...form, forYear })

const anyway = '参加的同志可能重合。可以换个时间，也可以照常发布。'
const hoursOf = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) =>
  `${formatClock(startsAt)}–${formatClock(endsAt)}`

/**
 * What a plan would clash with: another meeting that wants the same people at the same time, here or in a branch it is to be held with. It may be
 * published all the same.
 */
export function clashOf(prepared: Prepared, form: ActivityForm): string | undefined {
  const { around, branch, current } = prepared
  const own = around.find((other) => other.id !== current?.id && clashes(form, other, branch.id))
  if (own) return `${hoursOf(own)} 已安排“${own.title}”，${anyway}`
  const { chosen, busy } = jointOf(prepared, form) ?? { chosen: [], busy: [] }
  for (const { id, name } of chosen) {
    const theirs = busy.find(
      (other) =>
        other.branchId === id &&
        other.meetingId !== current?.id &&
        clashes(form, { ...other, hostId: branch.id }, branch.id),
    )
    if (theirs) return `${name}${hoursOf(theirs)} 已有安排，${anyway}`
  }
  return undefined
}

/** 所属年度 stays where the new day allows it; else it is what is proposed for that day. */
function ofYear({ forYear, ...form }: ActivityForm): ActivityForm {
  const years = yearsFor(form)
  const year = forYear !== undefined && years.includes(forYear) ? forYear : years[0]
  return { ...form, ...(year !== undefined && { forYear: year }) }
}

/** Moves the start and keeps the length. */
export function moveStart(prepared: Prepared, form: ActivityForm, startsAt: number): ActivityForm {
  const moved = { ...form, startsAt, endsAt: startsAt + (form.endsAt - form.startsAt) }
  return retitle(prepared, form, ofYear(moved))
}

/** The same at another time, as a draft: topic, lecturer, materials and what is said of the day are of that day only. */
export function repeatedForm(prepared: Prepared, form: ActivityForm, startsAt: number): ActivityForm {
  const { topic: _, lecturerId: __, lecturerName: ___, lecturerPost: ____, ...rest } = form
  const { materials: _____, tags: ______, hours: _______, ...same } = rest
  const moved = moveStart(prepared, same, startsAt)
  return { ...moved, carries: moved.carries.filter((kind) => kind !== 'lecture') }
}

/** An end before the start is taken to mean: half an hour at least. */
export function moveEnd(form: ActivityForm, time: string): ActivityForm {
  const endsAt = instantOf(dayOf(form.startsAt), time)
  return { ...form, endsAt: Math.max(endsAt, form.startsAt + HALF_HOUR) }
}

export function chooseHost(prepared: Prepared, form: ActivityForm, host: Host): ActivityForm {
  const suggested = prepared.suggestions.find(({ kind, hostId }) => kind === form.kind && hostId === host.id)
  const chair = suggested?.chairId === undefined ? {} : { chairId: suggested.chairId }
  return retitle(prepared, form, { ...form, ...chair, hostId: host.id, expectedIds: host.memberIds })
}

export function toggleCarry(form: ActivityForm, kind: ActivityKind): ActivityForm {
  const on = form.carries.includes(kind)
  return { ...form, carries: on ? form.carries.filter((each) => each !== kind) : [...form.carries, kind] }
}

/**
 * What may be carried: the rule's list, and what a plan already published carries, whatever the rule says since. What a draft carries beyond
 * the list is shown until it is taken off.
 */
export function carriesOn({ mayCarry, current }: Prepared, { kind, carries }: ActivityForm): ActivityKind[] {
  if (kind !== 'theme_party_day') return []
  const kept = current && current.state !== 'draft' ? current.form.carries : carries
  return [...mayCarry, ...kept.filter((each) => !mayCarry.includes(each))]
}

/** Branches that a plan names, or may name; none where its kind is held by one branch alone. */
export function jointOf({ joint, current }: Prepared, { kind, hostId, jointIds = [] }: ActivityForm) {
  if (!joint?.kinds.includes(kind) || current?.partOf !== undefined) return undefined
  // A group's own meeting is nobody else's.
  if (joint.branches.some(({ id }) => id === hostId)) return undefined
  const chosen = joint.branches.filter(({ id }) => jointIds.includes(id))
  return { ...joint, chosen }
}

export function toggleJoint(form: ActivityForm, branchId: string): ActivityForm {
  const { jointIds = [], ...rest } = form
  const on = jointIds.includes(branchId)
  const ids = on ? jointIds.filter((id) => id !== branchId) : [...jointIds, branchId]
  return ids.length > 0 ? { ...rest, jointIds: ids } : rest
}

/** Another kind, or what the county has switched off since, is planned by one branch alone; what is announced keeps whom it names. */
function withoutWrongJoint(prepared: Prepared, form: ActivityForm): ActivityForm {
  const { jointIds: _, ...alone } = form
  const isAnnounced = prepared.current !== undefined && prepared.current.state !== 'draft'
  return isAnnounced || jointOf(prepared, form) ? form : alone
}

/** A plan as it is sent. */
export const sentPlan = (prepared: Prepared, form: ActivityForm): ActivityForm =>
  sentForm(withoutWrongJoint(prepared, form))

/** Who may be chosen as lecturer: the branch, then the leaders who lecture here; of a plan also who stands in it. */
export const lecturersOf = ({ people, leaders = [], current }: Prepared): Named[] => {
  const all = [...people.map(({ id, name }) => ({ id, name })), ...leaders]
  const planned = current?.form.lecturerId
  return planned === undefined || all.some(({ id }) => id === planned)
    ? all
    : [...all, { id: planned, name: '原来定的讲课人' }]
}

/** One of them, or somebody from elsewhere, whose name is typed. */
export function chooseLecturer(form: ActivityForm, lecturerId: string | undefined): ActivityForm {
  const { lecturerId: _, lecturerName = '', lecturerPost: __, ...rest } = form
  return lecturerId === undefined ? { ...rest, lecturerName } : { ...rest, lecturerId }
}

/** Lecturer and topic are asked for where the kind, or a carried one, cannot count without them. */
export const needsLecturer = ({ kind, carries }: ActivityForm) =>
  kind === 'lecture' || carries.includes('lecture')
export const needsTopic = (form: ActivityForm) =>
  needsLecturer(form) || form.kind === 'seminar' || form.carries.includes('seminar')
/** The record of a 中心组 names what was studied, and counts without. */
export const mayHaveTopic = (form: ActivityForm) => needsTopic(form) || form.kind === 'unit_theory_study'

/** What of the agenda speaks for counting the day as 集中学习 too: 议程第 1、2 项. */
export function studyHint({ agenda }: ActivityForm): string {
  const numbers = agenda.flatMap(({ text }, index) => (text.includes('学习') ? [index + 1] : []))
  return numbers.length > 0 ? `议程第 ${numbers.join('、')} 项` : '议程里有集中学习才选'
}

/** What a carried kind is counted by. */
export function carryHint(kind: ActivityKind, form: ActivityForm): string {
  if (kind === 'lecture') return '有讲课人和题目才计'
  return kind === 'seminar' ? '有研讨主题才计' : studyHint(form)
}

/** 中心组 where a unit plans, for all of a branch 全支部. */
export const wholeName = ({ hosts }: Prepared): string =>
  hosts.some(({ kinds }) => kinds.includes('unit_theory_study')) ? '中心组' : '全支部'

/** 全支部 18 人 · 第三党小组 6 人 · 12 人 */
export function peopleText(prepared: Prepared, { hostId, expectedIds }: ActivityForm): string {
  const host = prepared.hosts.find(({ id }) => id === hostId)
  const whole =
    host?.memberIds.length === expectedIds.length && host.memberIds.every((id) => expectedIds.includes(id))
  if (!whole) return `${expectedIds.length} 人`
  return `${hostId === prepared.branch.id ? wholeName(prepared) : host.name} ${expectedIds.length} 人`
}

/** The first thing that keeps the form from being published. */
export function faultOf(form: ActivityForm): Fault | null {
  if (!form.title.trim()) return { field: 'title', text: '请填名称' }
  if (!form.place.trim()) return { field: 'place', text: '请填地点' }
  if (form.expectedIds.length === 0) return { field: 'people', text: '请至少选一位参加人' }
  if (form.agenda.some(({ text }) => !text.trim())) return { field: 'agenda', text: '议程里有一项没有写内容' }
  for (const kind of [form.kind, ...form.carries]) {
    const lack = lacks(kind, form)
    if (lack === 'no_lecturer')
      return { field: 'lecturer', text: `${kindLabels[kind]}有讲课人和题目才计入，请选讲课人` }
    if (lack === 'no_topic') return { field: 'topic', text: `${kindLabels[kind]}有题目才计入，请填题目` }
  }
  return null
}

const fieldOfPath: Partial<Record<string, PlanField>> = {
  title: 'title',
  startsAt: 'when',
  endsAt: 'when',
  place: 'place',
  expectedIds: 'people',
  topic: 'topic',
  lecturerId: 'lecturer',
  agenda: 'agenda',
  carries: 'carries',
  jointIds: 'joint',
}

/** Where on the page a refusal belongs; null: it concerns the whole of it. */
export function refusedField({ reason, detail }: PhoneRefusal): Fault | null {
  if (reason === 'missing_lecturer') return { field: 'lecturer', text: refusals[reason].title }
  if (reason === 'missing_topic') return { field: 'topic', text: refusals[reason].title }
  if (reason === 'joint_off') return { field: 'joint', text: refusals[reason].title }
  if (reason === 'not_carriable') return { field: 'carries', text: refusals[reason].title }
  const field = reason === 'invalid_request' ? fieldOfPath[detail?.path?.split('.')[1] ?? ''] : undefined
  return field ? { field, text: refusals.invalid_request.title } : null
}
