import * as v from 'valibot'

/** An id of ours: opaque, at most 64 characters. */
export const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))
/** Of what is named in code: a list, a field, a choice, a state: `rectification`. */
export const key = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,31}$/))
/** Made once per intended act on the phone; a resend carries the same one. */
export const nonce = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/))
/** Integer milliseconds since the epoch. */
export const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_102_444_800_000))
/** A day that there is: not 2026-02-30. */
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((text) => {
    const at = Date.parse(`${text}T00:00:00Z`)
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
  }),
)
/** 2026-09, 2026-Q3, 2026-H2, 2026 */
export const periodKey = v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4]|-H[12])?$/))
/** 2026-Q3 */
export const quarterKey = v.pipe(v.string(), v.regex(/^\d{4}-Q[1-4]$/))
export const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
/** What a person types, trimmed, one line: checked by WeChat before anything is done with it (domain/contract/typedTexts.ts). */
export const line = (max: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.metadata({ typed: true }))
export const optionalLine = (max: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max), v.metadata({ typed: true })))
/** A person's name, or what is only searched for: nobody reads it who does not already know it, so it is not checked. */
export const nameLine = (max: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.metadata({ typed: false }))
export const searchLine = (max: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max), v.metadata({ typed: false })))
/** A calendar year. */
export const year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100))
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const named = v.object({ id, name: v.string() })

export const empty = v.strictObject({})
export type Named = v.InferOutput<typeof named>
/** Where something stands, from the county down; `opens`: the reader may look at that level. */
export const above = v.array(v.object({ ...named.entries, opens: v.boolean() }))
