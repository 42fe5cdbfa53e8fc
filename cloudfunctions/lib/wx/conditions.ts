import { command, type Where } from './sdk'

/** Conditions of queries, so that nothing outside this folder speaks the SDK's language. */
export const oneOf = (values: readonly unknown[]) => command.in(values)
export const atLeast = (value: number | string) => command.gte(value)
export const between = (from: number | string, to: number | string) => command.gte(from).and(command.lte(to))
export const not = (value: unknown) => command.neq(value)
export const anyOf = (...alternatives: Where[]): Where => command.or(alternatives)
export const adding = (value: unknown) => command.addToSet(value)
export const without = (value: unknown) => command.pull(value)
