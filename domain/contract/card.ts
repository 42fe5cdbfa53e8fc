import * as v from 'valibot'
import { day, id, named, nonce } from './shared'

/** in_use: printed or scanned since it was made · unprinted: made, or replaced, and not printed yet · stopped: there is none */
export const cardState = v.picklist(['in_use', 'unprinted', 'stopped'])
export type CardState = v.InferOutput<typeof cardState>

/** renewed: another card, the one before answers nobody any more · stopped: none */
export const cardChange = v.picklist(['renewed', 'stopped'])
export type CardChange = v.InferOutput<typeof cardChange>

/**
 * 便民联系卡 of a village, by number: nothing of the family and nobody who visits it. `villageId`: absent, the first of
 * those whose cards the asker gives out; `village` is null where there is none.
 */
export const cards = {
  request: v.strictObject({ villageId: v.optional(id) }),
  response: v.object({
    village: v.nullable(named),
    /** All whose cards the asker gives out. */
    villages: v.array(named),
    codePrefix: v.string(),
    cards: v.array(
      v.object({
        householdId: id,
        number: v.string(),
        state: cardState,
        /** `H1.<doorCode>`; absent of a stopped card, and of the asker's own households: those are somebody else's to give out. */
        code: v.optional(v.string()),
        own: v.optional(v.boolean()),
        /** The card before it answers nobody any more. */
        renewed: v.optional(v.boolean()),
        /** The last day of the past year on which it was scanned. */
        scannedOn: v.optional(day),
      }),
    ),
  }),
}

/**
 * 换一张: another code, the old one says nothing to anybody from now on. 停用: no card. Refusals: card_own, try_again (somebody else changed it at
 * that moment).
 */
export const setCard = {
  request: v.strictObject({ householdId: id, to: cardChange, nonce }),
  response: v.object({ householdId: id }),
}
