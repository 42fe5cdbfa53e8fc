import { randomInt } from 'node:crypto'
import { AppError } from '../../ground/AppError'
import type { Feedback } from '../../store/collections/feedback'
import { find } from '../../store/find'
import { insertMany } from '../../store/insertOnce'
import { updateUntold } from '../../store/updateWhere'

/** Empty rows made at a time (BATCH), when fewer than FEW are free. */
const BATCH = 60
const FEW = 20

/** 4827-1903: tells no day and no order. */
const randomNumber = (): string => {
  const digits = String(randomInt(100_000_000)).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

const emptySlot = () => {
  const _id = randomNumber()
  return {
    _id,
    kind: 'other' as const,
    text: '',
    at: 0,
    dueBy: 0,
    state: 'free' as const,
    keyHash: '',
    request: _id,
  }
}

async function freeSlots(): Promise<string[]> {
  const free = await find('feedback', { state: 'free' }, { fields: ['_id'] })
  if (free.length >= FEW) return free.map(({ _id }) => _id)
  const fresh = Array.from({ length: BATCH }, emptySlot)
  const taken = new Set(await insertMany('feedback', fresh))
  return [...free, ...fresh].map(({ _id }) => _id).filter((_id) => !taken.has(_id))
}

/**
 * Puts what was said without a name into one of many empty rows, drawn by lot: neither its place in the collection nor its number nor
 * `updatedAt`, which is the batch's, tells when it came. Its number.
 */
export async function fillSlot(
  row: Pick<Feedback, 'kind' | 'text' | 'at' | 'dueBy' | 'keyHash' | 'request'>,
): Promise<string> {
  const free = await freeSlots()
  while (free.length > 0) {
    const [_id = ''] = free.splice(randomInt(free.length), 1)
    // Somebody else may have drawn the same one.
    if (await updateUntold('feedback', { _id, state: 'free' }, { ...row, state: 'open' })) return _id
  }
  throw new AppError('feedback_full', 'no free row')
}
