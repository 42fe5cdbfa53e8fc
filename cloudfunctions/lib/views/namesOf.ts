import { oneOf } from '../wx/conditions'
import { find } from '../wx/find'

/** Names of those named by viewerIdOf; whoever is no longer there has none. Two calls, none for nobody. */
export async function namesOf(viewerIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(viewerIds)]
  if (ids.length === 0) return new Map()
  const [members, outsiders] = await Promise.all([
    find('members', { _id: oneOf(ids) }, { fields: ['name'] }),
    find('identities', { requestId: oneOf(ids) }, { fields: ['name', 'requestId'] }),
  ])
  return new Map([
    ...members.map(({ _id, name }) => [_id, name] as const),
    ...outsiders.flatMap(({ requestId, name }) => (name === undefined ? [] : [[requestId, name] as const])),
  ])
}
