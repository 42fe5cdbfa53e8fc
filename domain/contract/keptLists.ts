import * as v from 'valibot'
import { headings, WRITTEN_AT_ONCE } from './lists'
import { count, day, empty, id, key, line, named, nameLine, nonce, searchLine } from './shared'

const labelled = v.object({ id: key, label: v.string() })

/** The longest line a field of a list may hold. */
const LONGEST = 80

/** What stands in a field of a row, by the kind of the field. `pickedIds`: members, branches or choices. */
export const cell = v.union([
  v.strictObject({ field: key, text: line(LONGEST) }),
  v.strictObject({ field: key, name: nameLine(12) }),
  v.strictObject({ field: key, on: day }),
  v.strictObject({ field: key, number: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ field: key, pickedIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(20)) }),
  v.strictObject({
    field: key,
    steps: v.pipe(v.array(v.strictObject({ step: key, on: day })), v.minLength(1), v.maxLength(40)),
  }),
])
export type Cell = v.InferOutput<typeof cell>
const cells = v.pipe(v.array(cell), v.minLength(1), v.maxLength(12))

/** By when the rule asks for a step, or from when on it may be. */
export const stepTime = v.picklist(['by', 'from'])
export type StepTime = v.InferOutput<typeof stepTime>
/** A step whose day is kept. `after`: its time, counted in months from another one's day. */
const step = v.object({
  ...labelled.entries,
  after: v.optional(v.object({ step: key, months: count, is: stepTime })),
})
export type Step = v.InferOutput<typeof step>

const fieldAs = <const K extends string, E extends v.ObjectEntries>(is: K, entries: E) =>
  v.object({
    id: key,
    label: v.string(),
    optional: v.optional(v.literal(true)),
    is: v.literal(is),
    ...entries,
  })

/**
 * What a field may hold: the whole of it. None of these kinds has room for a family, a diagnosis, a photo, a place on a map, a score or an opinion at
 * length (RULES 1 and 3). day: `past`, of what has happened · person: members of the branch, of a unit whoever holds a post there · branch: of the
 * county · text: a line under the note on secrecy · name: of somebody who is not on the register · steps: each with its day.
 */
export const listField = v.variant('is', [
  fieldAs('day', { past: v.boolean() }),
  fieldAs('person', { most: count }),
  fieldAs('branch', {}),
  fieldAs('choice', { choices: v.array(labelled), most: count }),
  fieldAs('text', { max: v.pipe(count, v.maxValue(LONGEST)) }),
  fieldAs('name', {}),
  fieldAs('number', { min: count, max: count, unit: v.string() }),
  fieldAs('steps', { steps: v.array(step) }),
])
export type ListField = v.InferOutput<typeof listField>

/** `isOver`: nothing is left to do. */
const listState = v.object({ ...labelled.entries, isOver: v.boolean() })
export type ListState = v.InferOutput<typeof listState>

/** `asks`: the label of a line that goes with it. */
const move = v.object({ from: key, to: key, label: v.string(), asks: v.optional(v.string()) })
export type Move = v.InferOutput<typeof move>

export const heading = v.picklist(headings)
export type Heading = v.InferOutput<typeof heading>

/** Whose lists there are: each branch's, each unit's, one of the county. */
export const keptBy = v.picklist(['branch', 'unit', 'county'])
export type KeptBy = v.InferOutput<typeof keptBy>

/** What a page has to know of a list. `title`, `on`, `due`: the fields by which a row is known, on which day it stands, by when it is due. */
export const listShape = v.object({
  id: key,
  heading,
  /** 问题清单、整改清单; on a tile 问题整改. */
  name: v.string(),
  short: v.string(),
  icon: v.string(),
  keptBy,
  fields: v.array(listField),
  title: key,
  on: v.optional(key),
  due: v.optional(key),
  states: v.optional(v.array(listState)),
  moves: v.optional(v.array(move)),
  note: v.string(),
})
export type ListShape = v.InferOutput<typeof listShape>

/** How many rows of a list come at once: with their words what a phone takes in one step (20 KB). */
export const ROWS_SHOWN = 25

const tile = v.object({
  list: key,
  heading,
  short: v.string(),
  icon: v.string(),
  /** Rows in the first state: of a list without states all. */
  rows: count,
  /** Whether those are still to be done, and how many of them are past their day. */
  isTask: v.boolean(),
  overdue: count,
})
export type ListTile = v.InferOutput<typeof tile>

/** 台账与清单 of a branch, a unit or the county: every list that is kept there and that the caller may read, in the order of 五个基本. */
export const page = {
  request: v.strictObject({ organisationId: id }),
  response: v.object({ organisation: named, tiles: v.array(tile) }),
}

const row = v.object({
  id,
  version: count,
  cells: v.array(cell),
  state: v.optional(key),
  stateOn: v.optional(day),
  /** What was written with the last change of its state: 回复. */
  answer: v.optional(v.string()),
  /** Moves that the caller may make. */
  moves: v.array(move),
  /** Of the members and branches it holds. */
  names: v.array(named),
})
export type ListRow = v.InferOutput<typeof row>

/**
 * Rows of a list, the newest day first, from the `from`-th on (0: the first). `search`: what a text, name or choice in a row contains; `open`: only
 * those in the first state. `next`: from which on there are more. Refusals: forbidden (also of a list that is not kept there).
 */
export const rows = {
  request: v.strictObject({
    list: key,
    organisationId: id,
    search: searchLine(20),
    open: v.optional(v.boolean()),
    from: count,
  }),
  response: v.object({
    organisation: named,
    shape: listShape,
    mayWrite: v.boolean(),
    rows: v.array(row),
    total: count,
    next: v.optional(count),
  }),
}
export type ListRows = v.InferOutput<typeof rows.response>

const memberRow = v.object({
  ...{ list: key, organisationId: id, entryId: id, on: day },
  /** Of the list, as on a tile; what the row tells besides days and people. */
  ...{ name: v.string(), text: v.string(), state: v.optional(v.string()) },
})
export type MemberRow = v.InferOutput<typeof memberRow>

/**
 * Rows that name a member, of those lists that the reader reads, the newest day first, from the `from`-th on (0: the first); `next`: there are more.
 * `card`: only what stands on the member's card today, 亮承诺 and 先锋岗 (DUTIES rows 33 to 35), which oneself reads as well.
 */
export const ofMember = {
  request: v.strictObject({ memberId: id, from: count, card: v.optional(v.literal(true)) }),
  response: v.object({ rows: v.array(memberRow), next: v.optional(count) }),
}

/**
 * A row that is looked at (`entryId`) or a new one; for whoever may write it also who and which branches it may name, else those it names.
 * Refusals: invalid_request (no such row of the list).
 */
export const form = {
  request: v.strictObject({ list: key, organisationId: id, entryId: v.optional(id) }),
  response: v.object({
    organisation: named,
    shape: listShape,
    mayWrite: v.boolean(),
    people: v.array(named),
    branches: v.array(named),
    row: v.optional(row),
  }),
}
export type ListForm = v.InferOutput<typeof form.response>

/**
 * A new row, or with `entryId` one that is there, as it was looked at (`version`). Refusals: invalid_request (path: the field that is missing or does
 * not fit), not_in_branch (not to be chosen), private_inside (a telephone or ID number), row_changed (by somebody else), too_many_today, text_refused.
 */
export const save = {
  request: v.strictObject({
    list: key,
    organisationId: id,
    entryId: v.optional(id),
    version: v.optional(count),
    cells,
    nonce,
  }),
  response: v.object({ id, version: count }),
}

const fresh = v.strictObject({
  cells,
  /** Absent: the first one. */
  state: v.optional(key),
  stateOn: v.optional(day),
  answer: v.optional(line(LONGEST)),
})
/** A row of a file as it is written. */
export type FreshRow = v.InferOutput<typeof fresh>

/**
 * Rows that were read from a file of the office and looked at (`import.rows`): all of them or none. One that says what another row of the list says
 * is not written again. Refusals: invalid_request (path: the field that is missing or does not fit), not_in_branch, private_inside, too_many_today, text_refused.
 */
export const saveMany = {
  request: v.strictObject({
    list: key,
    organisationId: id,
    rows: v.pipe(v.array(fresh), v.minLength(1), v.maxLength(WRITTEN_AT_ONCE)),
    nonce,
  }),
  response: v.object({ added: count, same: count }),
}

/** What is wrong with a cell of a file; each has its sentence on the preview. number_inside: a telephone or ID number in a text. */
export const cellWhy = v.picklist([
  'missing',
  'not_a_day',
  'day_ahead',
  'not_a_number',
  'out_of_range',
  'nobody',
  'several_of_name',
  'no_branch',
  'no_choice',
  'no_step',
  'no_state',
  'too_many',
  'too_long',
  'number_inside',
])
export type CellWhy = v.InferOutput<typeof cellWhy>

/** A row of a file: where it stands in it, what it would be, what of it is wrong. `row`: of those that would be added. */
export const fileRow = v.object({
  sheet: v.string(),
  line: count,
  title: v.string(),
  text: v.string(),
  verdict: v.picklist(['refuse', 'add', 'same', 'skip']),
  wrong: v.array(v.object({ label: v.string(), why: cellWhy })),
  row: v.optional(fresh),
})
export type FileRow = v.InferOutput<typeof fileRow>

/** 办结, 回复, 撤岗: what the list allows in the state the row is in. Refusals: wrong_state, row_changed, invalid_request (the line is missing), private_inside, text_refused. */
export const moveRow = {
  request: v.strictObject({
    entryId: id,
    version: count,
    to: key,
    answer: v.optional(line(LONGEST)),
    nonce,
  }),
  response: v.object({ id, version: count }),
}

/** 删去 a row that was entered by mistake: it is shown no more, and who did it stays in the audit. Refusals: row_changed. */
export const remove = {
  request: v.strictObject({ entryId: id, version: count, nonce }),
  response: v.object({ id }),
}

const labels = v.pipe(v.array(v.strictObject({ field: key, label: line(12) })), v.maxLength(12))
/** Choices besides ours, of any field. */
const more = v.pipe(v.array(v.strictObject({ field: key, id: key, label: line(12) })), v.maxLength(40))
const words = { name: v.optional(line(30)), labels, more }

/** The lists there are, as the county words them. `isOn`: branches and units keep it; `own`: what the county has said of it. */
export const setting = {
  request: empty,
  response: v.object({
    mayEdit: v.boolean(),
    lists: v.array(v.object({ shape: listShape, isOn: v.boolean(), own: v.optional(v.object(words)) })),
  }),
}

/** Switches a list on or off, words it, adds choices. Refusals: invalid_request (no such list or field), private_inside (a word for family, health, opinions, scores), try_again (somebody else saved meanwhile). */
export const saveSetting = {
  request: v.strictObject({
    list: key,
    isOn: v.boolean(),
    ...words,
    nonce,
  }),
  response: v.object({ list: key }),
}
