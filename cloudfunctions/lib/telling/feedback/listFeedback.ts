import { done } from '@domain/contract/answer'
import { namesOf } from '../../entry/namesOf'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { feedbackItem } from './feedbackItem'

/** Answered ones that are still listed. */
const LISTED = 200

/** Open ones first, the oldest first; then what was answered, newest first. */
export const listFeedback = useCase('feedback.list', aboutCounty, async (_request, context) => {
  const rows = await find('feedback', { state: oneOf(['open', 'answered']) }, { limit: 20_000 })
  const open = rows.filter(({ state }) => state === 'open').sort((a, b) => a.at - b.at)
  const answered = rows
    .filter(({ state }) => state === 'answered')
    .sort((a, b) => b.at - a.at)
    .slice(0, LISTED)
  const shown = [...open, ...answered]
  const names = await namesOf(
    shown.flatMap(({ from }) => from ?? []),
    context.names,
  )
  return done({
    items: shown.map((row) => {
      const name = row.from === undefined ? undefined : names.get(row.from)
      return { id: row._id, ...feedbackItem(row, context), ...(name !== undefined && { from: name }) }
    }),
  })
})
