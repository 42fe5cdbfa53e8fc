import type { ActivityState } from '@domain/contract/words'
import { command, type Where } from '../wx/sdk'

/** Conditions of queries, so that nothing outside this folder speaks the SDK's language. */
export const oneOf = (values: readonly unknown[]) => command.in(values)
export const noneOf = (values: readonly unknown[]) => command.nin(values)
export const atLeast = (value: number | string | Date) => command.gte(value)
export const after = (value: number | string) => command.gt(value)
export const between = (from: number | string, to: number | string) => command.gte(from).and(command.lte(to))
export const atMost = (value: number | string) => command.lte(value)
/** There, and still null: someone's word is awaited. A field that was never set is not waited for. */
export const awaited = () => command.exists(true).and(command.eq(null))
/** Nobody's word is awaited: it was given, or none was ever asked for. */
export const notAwaited = () => command.exists(false).or(command.neq(null))
/** The field has been set, to whatever. */
export const there = () => command.exists(true)
/** The field was never set. */
export const absent = () => command.exists(false)
/** One element of a list that is all of this. */
export const having = (element: Where) => command.elemMatch(element)
export const not = (value: unknown) => command.neq(value)
export const anyOf = (...alternatives: Where[]): Where => command.or(alternatives)
const announcedStates: Record<Exclude<ActivityState, 'draft'>, true> = {
  published: true,
  open: true,
  closed: true,
  recorded: true,
  cancelled: true,
}
/** Whatever is no draft, said so that an index finds it: thousands of drafts are not looked at. */
export const announced = () => oneOf(Object.keys(announcedStates))
export const adding = (value: unknown) => command.addToSet(value)
export const addingAll = (values: readonly unknown[]) => command.addToSet({ $each: values })
/** Not safe to repeat by itself: a condition must see to it that the change happens once. */
export const plus = (value: number) => command.inc(value)
/** Puts a value at the end of a list of which the last `kept` stay. */
export const keeping = (value: unknown, kept: number) => command.push({ each: [value], slice: -kept })
export const without = (value: unknown) => command.pull(value)
