/** What the contract's schemas have in common (Standard Schema), so that only the contract knows by what they were written. */
interface Schema {
  '~standard': { validate: (value: unknown) => Result | Promise<Result> }
}
interface Issue {
  message: string
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined
}
interface Result {
  value?: unknown
  issues?: readonly Issue[] | undefined
}

type Checked = { ok: true; value: unknown } | { ok: false; path: string; message: string }

const keyOf = (part: PropertyKey | { key: PropertyKey }) => String(typeof part === 'object' ? part.key : part)

/** The value as the schema has it (trimmed, stripped), or where the first thing is wrong: `form.startsAt`. */
export function check(schema: Schema, value: unknown): Checked {
  const result = schema['~standard'].validate(value)
  if (result instanceof Promise) throw new TypeError('the contract has no asynchronous schema')
  const issue = result.issues?.[0]
  if (!issue) return { ok: true, value: result.value }
  return { ok: false, path: (issue.path ?? []).map(keyOf).join('.'), message: issue.message }
}
