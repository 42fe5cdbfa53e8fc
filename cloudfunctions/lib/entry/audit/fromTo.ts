import type { Told } from '../../store/collections/audit'

/** Fields that are ids, days, states, posts and numbers. Of every other one that differs only its name is told. */
const plain = new Set([
  ...[
    'standing',
    'memberships',
    'posts',
    'communities',
    'communitiesAsked',
    'households',
    'exemptions',
    'contactPoints',
  ],
  ...['transfer', 'left', 'kind', 'hostId', 'branchId', 'startsAt', 'endsAt', 'state', 'chairId'],
  ...[
    'recorderId',
    'lecturerId',
    'speakerIds',
    'tags',
    'hours',
    'steps',
    'forYear',
    'notEntitled',
    'carries',
    'jointIds',
    'jointOf',
    'serviceKind',
    'sevenOnes',
    'limit',
    'on',
    'late',
    'hasCommittee',
    'termEndsOn',
    'parentId',
    'validFrom',
    'validTo',
    'minimum',
  ],
])

/** Fields that every write changes: told of, they would say nothing. */
const silent = new Set(['updatedAt', 'audited', 'registerVersion', 'savedAs', 'version', 'codeKey', 'nonce'])

/**
 * What a change makes of what: the fields that differ, as they were and as they are; of typed text only that it is another one.
 * `fromTo({ state: 'draft', title: 'a' }, { state: 'open', title: 'b' }) // { from: { state: 'draft' }, to: { state: 'open' }, result: 'title' }`
 */
export function fromTo(before: object, after: object): { from: Told; to: Told; result?: string } {
  const [was, is] = [before as Told, after as Told]
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (field) => !silent.has(field) && JSON.stringify(was[field]) !== JSON.stringify(is[field]),
  )
  const of = (one: Told) =>
    Object.fromEntries(fields.filter((field) => plain.has(field)).map((field) => [field, one[field] ?? null]))
  const others = fields.filter((field) => !plain.has(field))
  return { from: of(was), to: of(is), ...(others.length > 0 && { result: others.join(' ') }) }
}
