import type { Way } from '../contract/words'
import type { Person } from './person'

/**
 * What is said of a member's record. entry: an attendance, a visit, a deed, a 补学, by its way; `holdsKey`: whoever enters it could have made the
 * code that was scanned (runs the meeting, works for the community). dues: a tick, of whatever rule. restoration: a strike taken back. register: what
 * lifts or eases duties, an exemption or a household (ownEntry says which changes do). confirmation: the yes of a community or village. witness: the second person's word. binding: whom a WeChat
 * speaks for. card: the 便民联系卡 of a household the member is linked with, which whoever makes or prints it could scan at home. roll: the own name on the roll of a 补录, which counts when a second person has confirmed the whole of it.
 */
export type Word =
  | { what: 'entry'; way: Way; holdsKey?: boolean }
  | { what: 'dues' | 'restoration' | 'register' | 'confirmation' | 'witness' | 'binding' | 'card' | 'roll' }

/** counts: at once · waits: it is kept, and counts when a second person has said yes (mayBeSecond) · refused: only somebody else can say it. */
export type Weight = 'counts' | 'waits' | 'refused'

/** Entering oneself. A code that somebody else shows, or that hangs at the household's door, is the second person; a poster waits for the staff. */
const ownEntry: Record<Way, Weight> = {
  scan: 'counts',
  poster: 'waits',
  member_code: 'refused',
  roll_call: 'refused',
  paper: 'refused',
  backfill: 'waits',
  self: 'waits',
  demo: 'refused',
}

const ownWord: Record<Exclude<Word['what'], 'entry'>, Weight> = {
  dues: 'waits',
  restoration: 'refused',
  register: 'refused',
  confirmation: 'refused',
  witness: 'refused',
  binding: 'refused',
  card: 'refused',
  roll: 'waits',
}

/** Words that must be a second person's: not of who entered it either. */
const isSecond = ({ what }: Word): boolean => what === 'confirmation' || what === 'witness'

/**
 * Oneself never: what somebody's own word weighs on the own record. `enteredBy`: who entered it before, where that is known.
 * `weightOf({ what: 'register' }, secretary, { memberId: secretary's own }) // 'refused'`
 */
export function weightOf(
  word: Word,
  person: Person,
  { memberId, enteredBy }: { memberId: string; enteredBy?: string },
): Weight {
  const own = person.member?._id
  if (own === undefined) return 'counts'
  if (own !== memberId) return isSecond(word) && own === enteredBy ? 'refused' : 'counts'
  if (word.what !== 'entry') return ownWord[word.what]
  return word.way === 'scan' && word.holdsKey ? 'waits' : ownEntry[word.way]
}
