import * as v from 'valibot'
import { verdicts } from './lists'
import { fileRow, listShape } from './keptLists'
import { count, id, key, nonce } from './shared'

/**
 * What happens to one row of the file. `ask`: more than one person or organisation fits; the reader chooses. `flawed`: added or changed, but for
 * what its reasons name.
 */
export const verdict = v.picklist(verdicts)
export type Verdict = v.InferOutput<typeof verdict>

/** Closed: each has its sentence on the preview. */
export const rowReason = v.picklist([
  // refuse
  'no_name',
  'name_not_a_name',
  'no_phone',
  'phone_not_a_number',
  'unknown_branch',
  'unknown_standing',
  'date_not_a_date',
  'date_in_future',
  'regular_before_joined',
  'twice_in_file',
  'not_yours',
  // the reader's own row would ease what the reader owes
  'own_entry',
  'no_titles',
  'unknown_type',
  'unknown_parent',
  // flawed: left out, the rest is taken
  'short_number',
  'unknown_group',
  'unknown_community',
  'household_not_a_code',
  'unknown_village',
  // posts that are none of the branch: kept as text, without a right
  'other_post',
  // refuse, or ask whom both branches are one's own
  'other_branch',
  'other_parent',
  // ask
  'several_persons',
  'several_branches',
  // one of this name with other digits in the branch: the same person with a new number, or another one
  'same_name',
  // two rows of two branches have one name and digits
  'same_in_file',
  // a branch has one secretary
  'second_secretary',
  // skip
  'title_row',
  'continued_row',
  'footer_row',
  'empty_row',
  'example_row',
  'no_register',
  'hidden_sheet',
])
export type RowReason = v.InferOutput<typeof rowReason>

/** What a row of a register tells of. */
export const rowKind = v.picklist(['member', 'organisation'])
export type RowKind = v.InferOutput<typeof rowKind>

const change = v.object({ field: v.string(), before: v.string(), after: v.string() })
const previewRow = v.object({
  kind: rowKind,
  /** Sheet and line as Excel counts them. */
  sheet: v.string(),
  line: count,
  name: v.string(),
  /** Of a member; of an organisation the one above it. */
  branchName: v.string(),
  verdict,
  /** All of them, the first the weightiest. */
  reasons: v.array(rowReason),
  changes: v.array(change),
  /** ask: what to choose from (a member, a branch, or `new`). */
  options: v.array(v.object({ key: v.string(), label: v.string() })),
  chosen: v.optional(v.string()),
})
export type PreviewRow = v.InferOutput<typeof previewRow>

/** Cloud paths of uploaded registers begin with it: no other file is read or deleted. */
export const importFolder = 'imports/'

/** How the name of a register ends. */
const ending = v.picklist(['xlsx', 'csv'])
export type RegisterEnding = v.InferOutput<typeof ending>

/** Why a column is not looked at. */
const ignoredWhy = v.picklist(['sensitive', 'remarks', 'unknown', 'twice'])
export type IgnoredWhy = v.InferOutput<typeof ignoredWhy>

/** Where a register is uploaded to, for this identity and nonce alone: `read` with the same nonce takes no other file. Refusal: too_many_today. */
export const begin = {
  request: v.strictObject({ nonce, ending }),
  response: v.object({ cloudPath: v.string() }),
}

/** The same for the list a community has of who belongs to it (社区报到, mock-up 23b). */
export const beginList = {
  request: v.strictObject({ communityId: id, nonce, ending }),
  response: begin.response,
}

/** The same for a kept list an office has in Excel (domain/keptLists), for whoever writes that list. */
export const beginRows = {
  request: v.strictObject({ list: key, organisationId: id, nonce, ending }),
  response: begin.response,
}

/**
 * What an uploaded file says for a list, row by row, held against the rows that stand there: nothing is kept of it, the file is deleted after reading, and
 * what is to be added is written by `list.saveMany`. Columns are told by their titles; what is private is named and not looked at. What cannot be taken
 * stands first. `further`: rows that an answer does not hold; the same file again shows them once those before are written. Refusals:
 * file_unreadable, file_too_large (5 MB, 20,000 rows), no_list_header, quote_open.
 */
export const rows = {
  request: v.strictObject({
    list: key,
    organisationId: id,
    fileId: v.pipe(v.string(), v.maxLength(300)),
    nonce,
  }),
  response: v.object({
    shape: listShape,
    taken: v.array(v.object({ title: v.string(), field: v.string() })),
    ignored: v.array(v.object({ title: v.string(), why: ignoredWhy })),
    rows: v.array(fileRow),
    further: v.optional(count),
  }),
}
export type RowsOfFile = v.InferOutput<typeof rows.response>

/**
 * Reads an uploaded list of names with the unit or branch of each, to tick beforehand who is on it among those who ask the community. Of a person a
 * keyed hash of name and office is kept, for 7 days, and the file is deleted after reading. Several lists stand beside one another. `people`: rows that
 * named somebody; `leftOut`: rows without a name, or without a place. Refusals: file_unreadable, file_too_large (5 MB, 20,000 rows,
 * 20,000 names with a place), no_header, quote_open, too_many_attempts (20 a day).
 */
export const list = {
  request: v.strictObject({
    communityId: id,
    fileId: v.pipe(v.string(), v.maxLength(300)),
    nonce,
  }),
  response: v.object({ people: count, leftOut: count }),
}

/** Lets go of every list of the community; there being none changes nothing. */
export const dropLists = {
  request: v.strictObject({ communityId: id }),
  response: v.object({ communityId: id }),
}

/**
 * Reads an uploaded .xlsx or .csv and holds it against the county's register. The file itself is deleted after reading; sensitive columns
 * (ID number, birth date, nationality, address, remarks) are named as ignored and neither kept nor logged.
 * Refusals: file_unreadable, file_too_large (5 MB, 20,000 rows), no_header, quote_open, forbidden.
 */
export const read = {
  request: v.strictObject({
    fileId: v.pipe(v.string(), v.maxLength(300)),
    fileName: v.pipe(v.string(), v.maxLength(100)),
    nonce,
  }),
  response: v.object({ importId: id, state: v.picklist(['reading', 'ready']), rows: count, readRows: count }),
}
/** Goes on reading a large file; call until `ready`. */
export const proceed = {
  request: v.strictObject({ importId: id }),
  response: v.object({
    state: v.picklist(['reading', 'ready', 'applying', 'applied']),
    rows: count,
    doneRows: count,
  }),
}
/** The preview, page by page of 100: what cannot be taken first, what was passed over last. `only` filters. */
export const preview = {
  request: v.strictObject({
    importId: id,
    only: v.optional(verdict),
    from: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  response: v.object({
    fileName: v.string(),
    state: v.picklist(['ready', 'applying', 'applied']),
    totals: v.record(v.string(), count),
    /** Titles of columns taken and of those ignored, as they stand in the file. */
    taken: v.array(v.object({ title: v.string(), field: v.string() })),
    ignored: v.array(v.object({ title: v.string(), why: ignoredWhy })),
    rows: v.array(previewRow),
    total: count,
  }),
}
export type ImportPreview = v.InferOutput<typeof preview.response>

/** Chooses for an `ask` row. Refusal: request_gone. */
export const choose = {
  request: v.strictObject({
    importId: id,
    sheet: v.pipe(v.string(), v.maxLength(60)),
    line: count,
    key: v.pipe(v.string(), v.maxLength(64)),
  }),
  response: v.object({ chosen: v.string() }),
}
/** The yes. Applied in pages, idempotent, resumable: call until `applied`. Rows still `ask` are left out and stay listed. */
export const apply = {
  request: v.strictObject({ importId: id }),
  response: v.object({
    state: v.picklist(['applying', 'applied']),
    added: count,
    changed: count,
    rows: count,
    doneRows: count,
  }),
}
/**
 * The register in the columns of the register export, of a branch or of everything one runs, as .xlsx: `content` in base64, through no link and no
 * storage. Audited. Refusals: too_many_attempts, export_too_large.
 */
export const exportRoster = {
  request: v.strictObject({ organisationId: id }),
  response: v.object({ fileName: v.string(), content: v.string(), rows: count }),
}
