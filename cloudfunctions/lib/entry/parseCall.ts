import { type Action, actions } from '@domain/contract/actions'
import { contractVersion, type Refusal, refuse } from '@domain/contract/answer'
import { check } from './check'

const names = new Set(Object.keys(actions))
const isAction = (name: string): name is Action => names.has(name)

/** The refusal of a field. Its path may hold a key the client made up, so only its beginning is given back. */
const badField = (path: string): Refusal => refuse('invalid_request', { path: path.slice(0, 80) || 'data' })

/** Reads what a phone sent, trusting none of it. Paths are those of the request's own fields: `form.startsAt`. */
export function parseCall(event: unknown): Refusal | { action: Action; data: unknown } {
  // The platform adds fields of its own (userInfo); only these three are read.
  const { action, contractVersion: version, data = {} } = (event ?? {}) as Record<string, unknown>
  // A client of before may call what exists no more: say 请更新 first.
  if (typeof version === 'number' && version < contractVersion) return refuse('client_outdated')
  if (typeof action !== 'string') return badField('action')
  if (!isAction(action)) return refuse('unknown_action')
  if (typeof version !== 'number') return badField('contractVersion')
  // Functions are deployed before clients; the other way round passes by itself.
  if (version > contractVersion) return refuse('try_again')
  const parsed = check(actions[action].request, data)
  return parsed.ok ? { action, data: parsed.value } : badField(parsed.path)
}
