import { findById } from '../wx/find'
import { insertOnce } from '../wx/insertOnce'
import { updateWhere } from '../wx/updateWhere'

/** How far a list was gone through when time was up, by what the list is of; kept in `settings`. */
export interface RemindState {
  _id: 'remind'
  reached: Record<string, string>
  updatedAt: Date
}

const read = async (): Promise<RemindState['reached']> => {
  const state = await findById('settings', 'remind')
  return state && 'reached' in state ? state.reached : {}
}

async function keep(reached: RemindState['reached']): Promise<void> {
  const first: Omit<RemindState, 'updatedAt'> = { _id: 'remind', reached }
  if ((await insertOnce('settings', first)) === 'inserted') return
  await updateWhere('settings', { _id: 'remind' }, { reached })
}

/**
 * Goes through a list by id from where the last run stopped, round to there again: whoever is last is reached, however little one run can do.
 * Of lists that are gone through only one place is kept.
 */
export async function inRotation<T extends { _id: string }>(
  of: string,
  list: readonly T[],
  isOver: () => boolean,
  work: (one: T) => Promise<void>,
): Promise<'all' | 'some'> {
  const { [of]: reached = '' } = await read()
  const ordered = [...list].sort((a, b) => (a._id < b._id ? -1 : 1))
  const after = ordered.filter(({ _id }) => _id > reached)
  const rotated = [...after, ...ordered.filter(({ _id }) => _id <= reached)]
  let last = reached
  for (const one of rotated) {
    if (isOver()) {
      await keep({ [of]: last })
      return 'some'
    }
    await work(one)
    last = one._id
  }
  if (reached !== '') await keep({})
  return 'all'
}
