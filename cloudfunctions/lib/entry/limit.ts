import { type CappedByTurn, dailyCaps } from '@domain/access/caps'
import { type Refusal, refuse } from '@domain/contract/answer'
import { dayOf, endOfDay, startOfDay } from '@domain/time/day'
import type { Attempt } from '../store/collections/attempts'
import type { CollectionName } from '../store/collections/collections'
import { atLeast } from '../store/conditions'
import { count, findById } from '../store/find'
import { insertOnce } from '../store/insertOnce'

type Kind = Attempt['kind']

const { entered, ...byTurn } = dailyCaps
/**
 * How many turns an identity has on a Shanghai day; beyond them nothing more is written. `named` is counted for the person who is asked for,
 * whoever asks: four digits have 10,000 values, so ten tries a day do not find somebody's, and are enough for whoever mistypes.
 */
export const caps: Record<Kind, number> = {
  code: 20,
  bind: 5,
  named: 10,
  plain: 3,
  invitation: 10,
  text: 20,
  export: 5,
  // A secretary who prints a year's meetings one by one has enough of them.
  paper: 200,
  // Of a year's papers of the largest branch some sixteen, of a 巡察资料包 of three years sixty: several of each.
  part: 400,
  feedback: 5,
  resident: 200,
  list: 20,
  // Every door card of a county, looked at once.
  picture: 1000,
  ...byTurn,
}

interface Turn {
  openId: string
  kind: Kind
  reason?: string
  activityId?: string
}

/**
 * Takes one of the day's turns, or refuses with the instant at which there are new ones. Called before what it limits. The number of the turn is
 * part of the row's key, so that of many calls at one instant no more than the cap get through.
 */
export async function limit(turn: Turn, now: number): Promise<Refusal | null> {
  const { openId, kind } = turn
  const day = dayOf(now)
  for (let made = await count('attempts', { openId, day, kind }); made < caps[kind]; made += 1) {
    const row = { reason: 'asked', ...turn, _id: `${openId}_${day}_${kind}_${made}`, at: now, day }
    if ((await insertOnce('attempts', row)) === 'inserted') return null
  }
  return refuse('too_many_attempts', { retryAt: endOfDay(day) })
}

interface Writer {
  openId: string
  now: number
}

/** Asked before something new is written into a row that stands already. */
export async function limitAdded(kind: CappedByTurn, { openId, now }: Writer): Promise<Refusal | null> {
  const refused = await limit({ openId, kind }, now)
  return refused && refuse('too_many_today', refused.detail)
}

/** Asked before something new is written under an id made of the nonce: what stands there already is a resend and takes no turn. */
export async function limitNew(
  collection: CollectionName,
  _id: string,
  kind: CappedByTurn,
  writer: Writer,
): Promise<Refusal | null> {
  return (await findById(collection, _id)) ? null : limitAdded(kind, writer)
}

/**
 * Called before somebody enters others. The day's facts are counted and no turn is written: calls at one instant may together pass the cap a
 * little, which harms nobody, while a further row for each tick of a roll call would cost everybody.
 */
export async function limitEntered(by: string, now: number): Promise<Refusal | null> {
  const day = dayOf(now)
  const made = await count('facts', { by, recordedAt: atLeast(startOfDay(day)) })
  return made < entered ? null : refuse('too_many_today', { retryAt: endOfDay(day) })
}
