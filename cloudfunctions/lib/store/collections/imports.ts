import type { Refusal } from '@domain/contract/answer'
import type { ImportPreview, RowReason, Verdict } from '@domain/contract/imports'
import type { Organisation } from '@domain/org/organisation'
import type { MemberEntry, OrganisationEntry, StoppedRow } from '@domain/registry/entry'
import type { Judged } from '@domain/registry/judged'
import { collection } from './collection'

/** Rows on a page, as the preview shows them and apply works through them. */
export const PAGE = 100

/** What a file says and what became of each row of it; rows and all are gone after 7 days. */
export interface ImportHead {
  _id: string
  kind: 'head'
  /** OPENID of who started it and may go on; never answered. */
  startedBy: string
  at: number
  /** As it was uploaded; gone with the file. */
  fileId?: string
  fileName: string
  /** opened: the file is not read yet. */
  state: 'opened' | 'refused' | 'reading' | 'ready' | 'applying' | 'applied'
  /** Why the file was refused. */
  refusal?: Refusal
  rows: number
  /** Verdicts as they are shown, a page each; also how far it is judged. */
  pages: Partial<Record<Verdict, number>>[]
  /** Pages applied. */
  applied: number
  added: number
  changed: number
  taken: ImportPreview['taken']
  ignored: ImportPreview['ignored']
  /** Organisations the file adds, which its members may name. */
  newOrganisations: Organisation[]
  /** Place in the register of the first member added. */
  firstOrder: number
  updatedAt: Date
}

/** A row on its page. `stop`: it was refused or passed over when it was read. */
export interface StoredRow {
  /** Sheet and line. */
  key: string
  sheet: string
  line: number
  name: string
  branch: string
  content:
    | { kind: 'member'; entry: MemberEntry; newId: string }
    | { kind: 'organisation'; entry: OrganisationEntry; newId: string }
    | Pick<StoppedRow, 'kind' | 'stop'>
  /** Place in the file among the rows that say something. */
  order: number
  verdict: Judged['verdict']
  reasons: RowReason[]
  changes: { field: string; before: string; after: string }[]
  options: { key: string; label: string }[]
  /** The member on the register the row tells of, if any. */
  about?: string
  chosen: string[]
  /** What became of it. */
  done?: 'added' | 'changed' | 'same' | 'left'
}

export interface ImportPage {
  _id: string
  kind: 'page'
  importId: string
  /** From 0. */
  page: number
  at: number
  rows: StoredRow[]
  updatedAt: Date
}

/** That a file may be on its way: deleted after a day, with the file if it is still there. */
export interface BegunImport {
  _id: string
  kind: 'begun'
  at: number
  cloudPath: string
  updatedAt: Date
}

/** Left by an export so that the audit has something to point at; nothing of the register is in it, and it goes after a day. */
export interface ExportNote {
  _id: string
  kind: 'export'
  at: number
  updatedAt: Date
}

/**
 * A list a community has been given of who belongs to it, for 报到: of each person a keyed hash of name and office, and no name. Kept as long as
 * what was read of a register.
 */
export interface NamesRead {
  _id: string
  kind: 'names'
  communityId: string
  at: number
  keys: string[]
  /** Rows that named somebody, and those that told of nobody. */
  people: number
  leftOut: number
  updatedAt: Date
}

/** Whose turn it is to write the register: one import at a time, county-wide. */
export interface ImportLease {
  _id: 'lease'
  kind: 'lease'
  holder: string
  until: number
  updatedAt: Date
}

export type StoredImport = ImportHead | ImportPage | BegunImport | ExportNote | NamesRead | ImportLease

export const pageId = (importId: string, page: number): string => `${importId}_${page}`

export const imports = collection<StoredImport>({
  bytes: 220_000,
  indexes: [
    { name: 'import', keys: ['importId'] },
    { name: 'age', keys: ['kind', 'at'] },
  ],
})
