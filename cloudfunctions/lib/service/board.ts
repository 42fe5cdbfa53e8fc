import { effectiveState, opensAt } from '@domain/activity/effectiveState'
import { posterCode } from '@domain/checkin/staticCode'
import type { Arrival } from '@domain/contract/activity'
import { done } from '@domain/contract/answer'
import type { ServiceBoard } from '@domain/contract/service'
import type { Tree } from '@domain/org/tree'
import type { Fact } from '@domain/progress/fact'
import { isRegistered, isWaiting, readRoll, type Roll } from '../activity/readRoll'
import { codePrefix } from '../codePrefix'
import { useCase } from '../dispatch/useCase'
import { oneOf } from '../wx/conditions'
import { nameOutside } from '../views/nameOutside'
import { find } from '../wx/find'
import { aboutService } from './aboutService'

type NameOf = (memberId: string) => string

/** Everyone the page names: who came, and who struck someone out. */
async function readNames({ attendance }: Roll, community: string): Promise<NameOf> {
  const facts = [...attendance.values()]
  const ids = new Set(facts.flatMap(({ memberId, annulled }) => [memberId, annulled?.by ?? memberId]))
  if (ids.size === 0) return () => ''
  const rows = await find('members', { _id: oneOf([...ids]) }, { limit: 4000, fields: ['name'] })
  const names = new Map(rows.map(({ _id, name }) => [_id, name]))
  // The staff stand on no register: what they did, the community did.
  return (id) => names.get(id) ?? community
}

function arrival(fact: Fact, nameOf: NameOf, tree: Tree): Arrival {
  const { memberId, annulled, way, occurredAt } = fact
  return {
    memberId,
    name: nameOutside(nameOf(memberId), fact.branchId, tree),
    branchName: tree.get(fact.branchId)?.name ?? '',
    way,
    at: occurredAt,
    guest: false,
    fromAlbum: fact.fromAlbum === true,
    ...(annulled && { struck: { by: nameOf(annulled.by), reason: annulled.reason, at: annulled.at } }),
  }
}

function waiting(fact: Fact, nameOf: NameOf, tree: Tree): ServiceBoard['pending'][number] {
  const { _id, memberId, way, occurredAt, branchId } = fact
  const branchName = tree.get(branchId)?.name ?? ''
  const name = nameOutside(nameOf(memberId), branchId, tree)
  return { factId: _id, memberId, name, branchName, way, at: occurredAt }
}

/** What the staff see: the code's key, who has come, and who waits for their look. */
export const board = useCase('service.board', aboutService, async (_request, { now, tree }, service) => {
  const { _id, hostId, codeKey, posterId, limit } = service
  const state = effectiveState(service, now)
  const community = tree.get(hostId)?.name ?? ''
  const roll = await readRoll(_id)
  const nameOf = await readNames(roll, community)
  const facts = [...roll.attendance.values()]
  const inOrder = facts.sort((a, b) => b.recordedAt - a.recordedAt || b.occurredAt - a.occurredAt)
  const pending = inOrder.filter(isWaiting)
  return done({
    id: _id,
    title: service.title,
    state,
    startsAt: service.startsAt,
    endsAt: service.endsAt,
    place: service.place,
    community: { id: hostId, name: community },
    ...((state === 'published' || state === 'open') && { codeKey }),
    codePrefix: codePrefix(),
    posterCode: posterId === undefined ? '' : codePrefix() + posterCode(posterId),
    opensAt: opensAt(service),
    ...(limit !== undefined && { limit }),
    totals: {
      enrolled: roll.enrolments.size,
      confirmed: facts.filter(isRegistered).length,
      pending: pending.length,
    },
    // As on a paper list: in the order they came.
    pending: pending.map((fact) => waiting(fact, nameOf, tree)).reverse(),
    arrivals: inOrder.filter((fact) => !isWaiting(fact)).map((fact) => arrival(fact, nameOf, tree)),
  })
})
