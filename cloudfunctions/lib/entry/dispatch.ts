import { type Action, actions } from '@domain/contract/actions'
import { type Outcome, refuse } from '@domain/contract/answer'
import { treeAsOf } from '@domain/org/asOf'
import type { Tree } from '@domain/org/tree'
import { dayOf } from '@domain/time/day'
import { AppError } from '../ground/AppError'
import { readRegister } from './cached'
import { callerFor } from './callerFor'
import { check } from './check'
import { Names } from './Names'
import { parseCall } from './parseCall'
import { readWorkdays } from './readWorkdays'
import type { Context, UseCase } from './useCase'
import { type Caller, whoIsCalling } from './whoIsCalling'

export type UseCasesOf<N extends Action> = { [A in N]: UseCase<A> }
/** What the function at hand answers: the other functions' actions are unknown to it. */
type Answered = Partial<UseCasesOf<Action>>
interface Answering {
  (request: unknown, context: Context): Promise<Outcome<unknown>>
  door?: (request: unknown) => string | undefined
}

/** What leaves the cloud is what the contract names and nothing else: fields it does not know are dropped here, a wrong one is a bug. */
function onlyContract(action: Action, data: unknown): unknown {
  const checked = check(actions[action].response, data)
  if (checked.ok) return checked.value
  throw new AppError('bad_answer', `${action}: ${checked.path} ${checked.message}`)
}

/** Where the caller belongs or has a right. */
const placesOf = ({ member, grants = [] }: Caller): string[] => [
  ...(member ? member.memberships.map(({ branchId }) => branchId) : []),
  ...[...(member?.posts ?? []), ...grants].map(({ organisationId }) => organisationId),
]

/** The tree; read anew where another process has just founded what the caller belongs to, lest whoever it is for is turned away for a minute. */
async function registerFor(person: Caller, now: number): Promise<Tree> {
  const register = await readRegister(now)
  if (placesOf(person).every((id) => register.has(id))) return register
  readRegister.forget()
  return readRegister(now)
}

const readsTreeAnew = /^(organisation|setup)\.|^binding\.(look|take)$|^identity\.branches$/

/** Parse, find out who calls, run. Malformed and unknown requests cost no database call. */
export async function dispatch(
  useCases: Answered,
  event: unknown,
  openId: string,
  now: number,
): Promise<Outcome<unknown>> {
  const call = parseCall(event)
  if ('reason' in call) return call
  const useCase = useCases[call.action]
  if (!useCase) return refuse('unknown_action')
  // Whoever has just changed the tree looks at it next, perhaps in a process that still remembers the old one; on the first day all others do.
  if (readsTreeAnew.test(call.action)) readRegister.forget()
  // The table and the parsed data belong to the same action; TypeScript cannot follow that through a union.
  const run = useCase as Answering
  const [person, calendar] = await Promise.all([
    whoIsCalling(openId, run.door?.(call.data)),
    readWorkdays(now),
    readRegister(now),
  ])
  const register = await registerFor(person, now)
  const caller = callerFor(call.action, person)
  if (!caller) return refuse('consent_needed')
  const today = dayOf(now)
  const tree = treeAsOf(register, today)
  const names = new Names(caller, today, tree)
  const outcome = await run(call.data, { now, today, caller, register, tree, calendar, names })
  if (!outcome.ok) return outcome
  const answer = onlyContract(call.action, outcome.data)
  return { ok: true, data: call.answer ? call.answer(answer) : answer }
}
