import type { Document } from '../../types'

/** What an expression is evaluated in. */
export interface Scope {
  root: Document
  /** By name, without the `$$`. */
  variables: Document
}

/** The value of an expression; undefined is a missing one, which MongoDB keeps apart from null. */
export type Compute = (scope: Scope) => unknown

/** Turns an operator's argument into the operation; what is wrong with the argument alone is refused here. */
export type ExpressionOperator = (argument: unknown, compile: (expression: unknown) => Compute) => Compute

export const isNil = (value: unknown): value is null | undefined => value === null || value === undefined
