import { done } from '@domain/contract/answer'
import { aboutNothing } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { viewerIdOf } from '../../entry/whoIsCalling'
import { anyOf, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { feedbackItem } from './feedbackItem'
import { hashOf } from './sendFeedback'

/** One's own, and those without a name whose keys this phone has kept. */
export const ownFeedback = useCase('feedback.mine', aboutNothing, async ({ keys }, context) => {
  const { caller } = context
  const where = anyOf({ from: viewerIdOf(caller) }, { keyHash: oneOf(keys.map(hashOf)) })
  const rows = await find('feedback', where)
  return done({ items: rows.sort((a, b) => b.at - a.at).map((row) => feedbackItem(row, context)) })
})
