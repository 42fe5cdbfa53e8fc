import * as cloud from 'wx-server-sdk'

/** What this project uses of the SDK, typed: its own declarations are `any` all over. */
export type Where = Record<string, unknown>

export interface Aggregate {
  match(where: Where): Aggregate
  group(stage: { _id: unknown } & Record<string, unknown>): Aggregate
  lookup(stage: { from: string; localField: string; foreignField: string; as: string }): Aggregate
  addFields(fields: Record<string, unknown>): Aggregate
  project(fields: Record<string, unknown>): Aggregate
  sort(order: Record<string, 1 | -1>): Aggregate
  skip(rows: number): Aggregate
  limit(rows: number): Aggregate
  end(): Promise<{ list: unknown[] }>
}
interface Filtered {
  count(): Promise<{ total: number }>
  update(options: { data: Where }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
interface Collection {
  add(options: { data: Where | Where[] }): Promise<unknown>
  aggregate(): Aggregate
  where(where: Where): Filtered
}
interface Comparison {
  and(other: Comparison): Comparison
  or(other: Comparison): Comparison
}
interface Expressions {
  eq(values: [unknown, unknown]): unknown
  gte(values: [unknown, unknown]): unknown
  in(values: [unknown, readonly unknown[]]): unknown
  and(conditions: readonly unknown[]): unknown
  concat(texts: readonly string[]): unknown
  cond(choice: { if: unknown; then: unknown; else: unknown }): unknown
  map(stage: { input: unknown; as: string; in: unknown }): unknown
  sum(value: unknown): unknown
  max(value: unknown): unknown
  filter(stage: { input: string; as: string; cond: unknown }): unknown
  size(list: string): unknown
}
interface Commands {
  aggregate: Expressions
  in(values: readonly unknown[]): Comparison
  nin(values: readonly unknown[]): Comparison
  gt(value: unknown): Comparison
  gte(value: unknown): Comparison
  lte(value: unknown): Comparison
  neq(value: unknown): Comparison
  eq(value: unknown): Comparison
  exists(there: boolean): Comparison
  elemMatch(element: Where): Comparison
  or(alternatives: Where[]): Where
  set(value: unknown): unknown
  remove(): unknown
  addToSet(value: unknown): unknown
  inc(value: number): unknown
  push(clauses: { each: unknown[]; slice: number }): unknown
  pull(value: unknown): unknown
}
interface Database {
  collection(name: string): Collection
  command: Commands
  serverDate(): Date
}

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

export const database = cloud.database() as unknown as Database
export const command = database.command
interface OpenApi {
  subscribeMessage: { send(message: Where): Promise<unknown> }
  security: { msgSecCheck(text: Where): Promise<{ result?: { suggest?: string } }> }
  wxacode: { getUnlimited(code: Where): Promise<{ buffer?: Buffer }> }
  phonenumber: {
    getPhoneNumber(code: Where): Promise<{ phoneInfo?: { purePhoneNumber?: string; countryCode?: string } }>
  }
}

export const openapi = (cloud as unknown as { openapi: OpenApi }).openapi
export const wxContext = (): { OPENID?: string; SOURCE?: string } => cloud.getWXContext()
