import { type Action, actions } from '@domain/contract/actions'
import { contractVersion, type Refusal, refuse } from '@domain/contract/answer'
import { check } from './check'
import { type Translation, translations } from './translations'

const names = new Set(Object.keys(actions))
const isAction = (name: string): name is Action => names.has(name)

/** The refusal of a field. Its path may hold a key the client made up, so only its beginning is given back. */
const badField = (path: string): Refusal => refuse('invalid_request', { path: path.slice(0, 80) || 'data' })

export interface Call {
  action: Action
  data: unknown
  /** Makes of an answer what a phone of the version before reads. */
  answer?: Translation['answer']
}

/** Phones of this version and of the one before are answered. */
const window = { newest: contractVersion, translations }

/** Reads what a phone sent, trusting none of it. Paths are those of the request's own fields: `form.startsAt`. */
export function parseCall(event: unknown, { newest, translations: ofBefore } = window): Refusal | Call {
  // The platform adds fields of its own (userInfo); only these three are read.
  const { action, contractVersion: version, data = {} } = (event ?? {}) as Record<string, unknown>
  // A client of before may call what exists no more: say 请更新 first.
  if (typeof version === 'number' && version < Math.max(1, newest - 1)) return refuse('client_outdated')
  if (typeof action !== 'string') return badField('action')
  const translation = version === newest - 1 ? (ofBefore.get(action) ?? {}) : {}
  const called = translation.action ?? action
  if (!isAction(called)) return refuse('unknown_action')
  if (typeof version !== 'number') return badField('contractVersion')
  // Functions are deployed before clients; the other way round passes by itself.
  if (version > newest) return refuse('try_again')
  const parsed = check(actions[called].request, translation.request ? translation.request(data) : data)
  if (!parsed.ok) return badField(parsed.path)
  return { action: called, data: parsed.value, ...(translation.answer && { answer: translation.answer }) }
}
