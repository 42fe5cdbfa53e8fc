import { oneOf } from '../store/conditions'
import { find } from '../store/find'
import { nameFields } from '../store/readPeople'
import type { Names } from './Names'

/** Names by the ids that viewerIdOf gives, as of people who act; whoever is no longer there has none. Two calls, and none for an empty list. */
export async function namesOf(viewerIds: readonly string[], names: Names): Promise<Map<string, string>> {
  const ids = [...new Set(viewerIds)]
  if (ids.length === 0) return new Map()
  const [members, outsiders] = await Promise.all([
    find('members', { _id: oneOf(ids) }, { fields: nameFields }),
    find('identities', { requestId: oneOf(ids) }, { fields: ['name', 'requestId'] }),
  ])
  return new Map([
    ...members.map((member) => [member._id, names.acting(member)] as const),
    ...outsiders.flatMap(({ requestId, name }) => (name === undefined ? [] : [[requestId, name] as const])),
  ])
}
