import type { FreshRow } from '../../contract/keptLists'
import { clean, withoutSpaces } from '../../registry/cell'
import type { Day } from '../../time/day'
import type { ListTemplate } from '../template'
import { type Reading, readDay } from './readCell'

/** How offices say that something is done, or still to be done. */
const done = /^(是|已?(完成|办结|整改|整改到位|整改完成|办理完毕|销号|落实)[。.]?)$/
const open = /^(否|未(完成|办结|整改)|没有完成|正在.*|办理中|整改中|进行中|推进中|长期坚持)[。.]?$/

/**
 * What became of a row: `已办结 2026-09-20`, as a list is handed out, or in the words of an office. Without a day it is of today; what has not moved has
 * none.
 */
export function readState(
  { states = [] }: Pick<ListTemplate, 'states'>,
  text: string,
  today: Day,
): Reading<Pick<FreshRow, 'state' | 'stateOn'>> {
  const said = withoutSpaces(clean(text))
  if (said === '') return null
  const [first] = states
  const named = states.find(({ label }) => said.startsWith(withoutSpaces(clean(label))))
  const isTask = first?.isOver === false
  const meant =
    isTask && done.test(said)
      ? states.find(({ isOver }) => isOver)
      : isTask && open.test(said)
        ? first
        : undefined
  const state = named ?? meant
  if (!state) return { why: 'no_state' }
  if (state === first) return { says: { state: state.id } }
  const rest = named ? said.slice(withoutSpaces(clean(named.label)).length).replace(/^[:,(]|[)]$/g, '') : ''
  const on = readDay(rest, today)
  if (on && 'why' in on) return on
  return { says: { state: state.id, ...(on && { stateOn: on.says }) } }
}
