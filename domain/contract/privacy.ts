import * as v from 'valibot'
import { count, day, id, instant, line, nonce } from './shared'
import { correctionField } from './words'

export { consentVersion } from './consentVersion'

/**
 * Separate consent (单独同意) before first use; `version` is that of the text shown. Withdrawn: nothing but this, the privacy centre, unbinding and 投诉建议
 * answers. Refusals: client_outdated (an older text was shown), try_again.
 */
export const consent = {
  request: v.strictObject({ version: v.pipe(v.number(), v.integer(), v.minValue(1)), agree: v.boolean() }),
  response: v.object({ agreed: v.boolean() }),
}

/** 隐私中心: how much of what is kept, and who looked at my record: one row a viewer, branch and day, newest first. */
export const centre = {
  request: v.strictObject({}),
  response: v.object({
    agreedAt: v.optional(v.number()),
    version: v.optional(count),
    counts: v.object({ facts: count, messages: count, exemptions: count, attempts: count }),
    viewers: v.array(
      v.object({ name: v.string(), role: v.string(), at: v.number(), on: day, what: v.string() }),
    ),
    /** Waiting corrections and deletions of one's own. */
    asked: v.array(v.object({ id, what: v.picklist(['correct', 'delete']), text: v.string(), at: instant })),
    bound: v.boolean(),
  }),
}
export type PrivacyCentre = v.InferOutput<typeof centre.response>

/** All one's data as one readable text, in Chinese, with headings. Refusal: too_many_attempts (5 a day). */
export const exportMine = {
  request: v.strictObject({}),
  response: v.object({ fileName: v.string(), text: v.string(), part: count, parts: count }),
}
export const exportPart = {
  request: v.strictObject({ part: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)) }),
  response: v.object({ text: v.string(), parts: count }),
}

/** Asks the secretary to correct something of the register. Refusals: already_asked, text_refused. */
export const correct = {
  request: v.strictObject({
    field: correctionField,
    text: line(60),
    nonce,
  }),
  response: v.object({ id }),
}

/**
 * Asks for deletion. The binding, credits, messages and free text go at once; the member document when the register has let the person go
 * (leave) or the work committee agrees; facts stay under the meaningless id. Refusal: already_asked.
 */
export const askDeletion = { request: v.strictObject({ nonce }), response: v.object({ id }) }
/** The work committee's list of deletions asked for, and its word. */
export const deletions = {
  request: v.strictObject({}),
  response: v.object({
    asked: v.array(
      v.object({ id, name: v.string(), branchName: v.string(), at: v.number(), leftOn: v.optional(day) }),
    ),
  }),
}
export const decideDeletion = {
  request: v.strictObject({ id, agree: v.boolean() }),
  response: v.object({ id, deleted: v.boolean() }),
}
