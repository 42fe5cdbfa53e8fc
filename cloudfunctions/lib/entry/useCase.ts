import { accessTable } from '@domain/access/accessTable'
import { mayDo, type Target } from '@domain/access/mayDo'
import { type Action, actions, type ParsedRequestOf, type ResponseOf } from '@domain/contract/actions'
import { type Outcome, type Refusal, refuse } from '@domain/contract/answer'
import { typedTexts } from '@domain/contract/typedTexts'
import type { Tree } from '@domain/org/tree'
import type { Day } from '@domain/time/day'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { checkText } from '../wx/checkText'
import { limit } from './limit'
import type { Names } from './Names'
import { noteViews } from './noteViews'
import { type Caller, isBound } from './whoIsCalling'

/** What every use case is given: one instant, one caller, the tree. */
export interface Context {
  now: number
  /** Shanghai day of `now`. */
  today: Day
  caller: Caller
  /** As it is today. */
  tree: Tree
  /** As it is stored, with its earlier states: pages of past periods ask treeAsOf(register, day). */
  register: Tree
  /** Workdays and holidays, by which every term is counted. */
  calendar: WorkCalendar
  /** Gives members' names, as this caller may read them. */
  names: Names
}

/** What a request is about: for the access check, and what was read to know it. */
export interface Found<L> {
  about: Omit<Target, 'day'>
  loaded: L
}

/** null: there is no such thing, which is answered exactly as if there were one and it is none of the caller's business. */
type Load<A extends Action, L> = (
  request: ParsedRequestOf<A>,
  context: Context,
) => Promise<Found<L> | Refusal | null> | Found<L> | Refusal | null

type Run<A extends Action, L> = (
  request: ParsedRequestOf<A>,
  context: Context,
  loaded: L,
) => Promise<Outcome<ResponseOf<A>>>

export interface UseCase<A extends Action> {
  (request: ParsedRequestOf<A>, context: Context): Promise<Outcome<ResponseOf<A>>>
  /** At the door of which meeting this is asked: it is read with the caller (Caller.door), in one call. */
  door?: ((request: ParsedRequestOf<A>) => string | undefined) | undefined
}

/** The refusal of an action: strangers are told to bind where every bound person may do it. */
const denied = (action: Action, caller: Caller): Refusal =>
  refuse(accessTable[action].includes('bound') && !isBound(caller) ? 'unbound' : 'forbidden')

/** Before anything typed is stored or shown. What was refused is counted, not kept. */
async function checkTexts(
  action: Action,
  request: unknown,
  { caller, now }: Context,
): Promise<Refusal | null> {
  const texts = typedTexts(actions[action].request, request)
  if (texts.length === 0 || (await checkText(caller.openId, texts)) === 'ok') return null
  const turn = { openId: caller.openId, kind: 'text', reason: 'text_refused' } as const
  return (await limit(turn, now)) ?? refuse('text_refused')
}

/**
 * An action: read what it is about, ask domain/access, have what was typed checked, run, then note whom the answer shows. There is no way to
 * run without being asked, none to type past the check, and none to look unseen.
 */
export function useCase<A extends Action, L>(
  action: A,
  load: Load<A, L>,
  run: Run<A, L>,
  door?: UseCase<A>['door'],
): UseCase<A> {
  const answer: UseCase<A> = async (request, context) => {
    const { caller, today, tree } = context
    // A stranger whom no target could allow is refused before anything is read.
    if (!isBound(caller) && !accessTable[action].includes('anyone')) return denied(action, caller)
    const found = await load(request, context)
    if (!found) return denied(action, caller)
    if ('reason' in found) return found
    if (!mayDo(action, caller, { day: today, ...found.about }, tree)) return denied(action, caller)
    const refusal = await checkTexts(action, request, context)
    if (refusal) return refusal
    const outcome = await run(request, context, found.loaded)
    if (outcome.ok) await noteViews(action, context)
    return outcome
  }
  return Object.assign(answer, { door })
}
