import * as v from 'valibot'

/**
 * The subscription templates of a county. Their texts and numbers belong to whoever picked them from WeChat's library, so each says which
 * keyword is which: `{ id, title: 'thing2', time: 'date3', place: 'thing5' }`.
 */
const keyword = (...types: string[]) =>
  v.pipe(v.string(), v.regex(new RegExp(`^(${types.join('|')})[1-9]\\d{0,2}$`)))

/** A text with numbers in it: WeChat takes it in a `thing` alone. */
const text = keyword('thing')
const moment = keyword('time', 'date')
const id = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64))

/** Keywords the template has besides, with the text that always stands there: WeChat refuses a message that leaves one empty. */
const fixed = v.optional(
  v.record(keyword('thing', 'phrase', 'name', 'character_string'), v.pipe(v.string(), v.minLength(1))),
)

/**
 * 长期订阅, which WeChat gives to some categories only: allowed once, such a template is never used up and nobody is asked for it again. Absent:
 * one yes is one message.
 */
const longTerm = v.optional(v.boolean())

/** Of a message that tells of several things at once: how many, which, what to do. */
const several = {
  id,
  longTerm,
  title: v.optional(text),
  list: text,
  hint: v.optional(keyword('thing', 'phrase')),
  fixed,
}

export const templates = v.strictObject({
  /** The day before a meeting: what, when, where. */
  meeting: v.optional(
    v.strictObject({ id, longTerm, title: text, time: moment, place: v.optional(text), fixed }),
  ),
  /** What is missing at the end of the month: how much, which, what to do, until when. */
  month_gap: v.optional(v.strictObject({ ...several, until: v.optional(moment) })),
  /** What waits for the yes of whoever answers for a branch, community or village: how many things, which, where, since when. */
  waiting: v.optional(v.strictObject({ ...several, since: v.optional(moment) })),
})
export type Templates = v.InferOutput<typeof templates>

/** The function variable TEMPLATES as it is written: null where it says nothing that can be sent. */
export function readTemplates(json: string | undefined): Templates | null {
  if (json === undefined || json === '') return {}
  try {
    const parsed = v.safeParse(templates, JSON.parse(json))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
