import * as v from 'valibot'

/**
 * The picture of one printed, unchanging code (domain/checkin/staticCode.ts), as WeChat draws it: its own scan opens the mini-program by it. base64
 * of a PNG or a jpeg of some 30 KB; absent where the code is a link already, or WeChat does not draw it: the phone then draws a plain one.
 * Refusals: invalid_request (no such code), too_many_attempts.
 */
export const picture = {
  request: v.strictObject({ code: v.pipe(v.string(), v.maxLength(80)) }),
  response: v.object({ picture: v.optional(v.string()) }),
}
