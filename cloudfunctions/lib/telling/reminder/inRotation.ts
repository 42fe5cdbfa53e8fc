import type { RemindState } from '../../store/collections/settings'
import { findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'

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
 * Goes through a list in the order of ids, from where the last run stopped and round to there again, so that the last ones are reached however
 * little one run can do. Of several lists only the place of the one left last is kept: a run ends where its time is up.
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
