import { randomInt } from 'node:crypto'
import { AppError } from '../../ground/AppError'
import type { Feedback } from '../../store/collections/feedback'
import { count, find } from '../../store/find'
import { insertMany, isTaken } from '../../store/insertOnce'
import { updateUntold } from '../../store/updateWhere'

/** Empty rows made at a time (BATCH), when fewer than FEW are free. */
const BATCH = 60
const FEW = 20

/** 4827-1903: tells no day and no order. */
const randomNumber = (): string => {
  const digits = String(randomInt(100_000_000)).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

const nothing = { kind: 'other' as const, text: '', at: 0, dueBy: 0, keyHash: '' }

const emptySlot = () => {
  const _id = randomNumber()
  return { _id, ...nothing, state: 'free' as const, request: _id }
}

async function freeSlots(): Promise<string[]> {
  const free = await find('feedback', { state: 'free' }, { fields: ['_id'] })
  if (free.length >= FEW) return free.map(({ _id }) => _id)
  const fresh = Array.from({ length: BATCH }, emptySlot)
  const taken = new Set(await insertMany('feedback', fresh))
  return [...free, ...fresh].map(({ _id }) => _id).filter((_id) => !taken.has(_id))
}

type Filled = Omit<Feedback, '_id' | 'updatedAt'>

/**
 * Fills one of many empty rows, drawn by lot: neither its place in the collection nor its number nor `updatedAt`, which is the batch's, tells when
 * it came. Its number.
 */
async function fill(row: Filled): Promise<string> {
  const free = await freeSlots()
  while (free.length > 0) {
    const [_id = ''] = free.splice(randomInt(free.length), 1)
    // Somebody else may have drawn the same one.
    if (await updateUntold('feedback', { _id, state: 'free' }, row)) return _id
  }
  throw new AppError('feedback_full', 'no free row')
}

/** Puts what was said without a name where nothing tells when it came. Its number. */
export const fillSlot = (said: Omit<Filled, 'state'>): Promise<string> => fill({ ...said, state: 'open' })

/**
 * Takes one of so many turns of a day (`at`: its beginning, ms) under a word that leads to nobody; false: they are used up. A turn tells as little
 * of when it was taken as what was said then: on a day with one of each, an instant would be a name.
 */
export async function takeSlotTurn(of: string, at: number, most: number): Promise<boolean> {
  for (let n = 0; n < most; n += 1) {
    const request = `${of}_${n}`
    if ((await count('feedback', { request })) > 0) continue
    try {
      await fill({ ...nothing, at, state: 'turn', request })
      return true
    } catch (error) {
      // Another call has just taken this one.
      if (!isTaken(error)) throw error
    }
  }
  return false
}
