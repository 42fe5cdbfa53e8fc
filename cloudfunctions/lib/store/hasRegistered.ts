import { retry } from '../wx/retry'
import { database } from '../wx/sdk'
import { oneOf } from './conditions'
import { find } from './find'

/** Meetings looked at: of the first twenty that were opened somebody came to one. */
const FEW = 20

/** Whether anybody has registered at a meeting. */
export async function hasRegistered(): Promise<boolean> {
  const { list } = await retry(() =>
    database
      .collection('activities')
      .aggregate()
      .match({ state: oneOf(['open', 'closed', 'recorded']) })
      .limit(FEW)
      .project({ _id: 1 })
      .end(),
  )
  const ids = (list as { _id: string }[]).map(({ _id }) => _id)
  if (ids.length === 0) return false
  const facts = await find('facts', { activityId: oneOf(ids) }, { limit: 10_000, fields: ['kind'] })
  return facts.some(({ kind }) => kind === 'attendance')
}
