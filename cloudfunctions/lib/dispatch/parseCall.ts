import * as v from 'valibot'
import { type Action, actions } from '@domain/contract/actions'
import { contractVersion, refuse, type Refusal } from '@domain/contract/answer'

/** The envelope. Loose: the platform adds `userInfo` and others of its own. */
const envelope = v.looseObject({ action: v.string(), contractVersion: v.pipe(v.number(), v.integer()) })

const names = new Set(Object.keys(actions))
const isAction = (name: unknown): name is Action => typeof name === 'string' && names.has(name)

/** A path may hold a key the client made up: no more of it than one can read. */
const badField = (path: string | null): Refusal =>
  refuse('invalid_request', { path: path ? path.slice(0, 80) : 'data' })

/** Reads what a phone sent, trusting none of it. Paths are those of the request's own fields: `form.startsAt`. */
export function parseCall(event: unknown): Refusal | { action: Action; data: unknown } {
  const { action, contractVersion: version, data } = v.is(v.looseObject({}), event) ? event : {}
  // A client of before may call what exists no more: say 请更新 first.
  if (typeof version === 'number' && version < contractVersion) return refuse('client_outdated')
  if (typeof action === 'string' && !isAction(action)) return refuse('unknown_action')
  const call = v.safeParse(envelope, event)
  if (!call.success) return badField(v.getDotPath(call.issues[0]))
  // Functions are deployed before clients; the other way round passes by itself.
  if (call.output.contractVersion > contractVersion) return refuse('try_again')
  if (!isAction(action)) return refuse('unknown_action')
  const parsed = v.safeParse(actions[action].request, data ?? {})
  if (!parsed.success) return badField(v.getDotPath(parsed.issues[0]))
  return { action, data: parsed.output }
}
