import type { Activity } from '@domain/activity/activity'
import { effectiveState, opensAt } from '@domain/activity/effectiveState'
import { wasNotHeld } from '@domain/activity/isUnopened'
import { posterCode } from '@domain/checkin/staticCode'
import type { Arrival } from '@domain/contract/activity'
import { done } from '@domain/contract/answer'
import type { ServiceBoard } from '@domain/contract/service'
import type { Fact } from '@domain/fact/fact'
import type { Names } from '../entry/Names'
import { aboutService } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { codePrefix } from '../ground/codePrefix'
import { shownLate } from '../meetings/activity/lateEntry'
import { type Nameable, readNameable } from '../store/readPeople'
import { isRegistered, isWaiting, readRoll, type Roll } from '../store/readRoll'

type People = ReadonlyMap<string, Nameable>

/** Everyone the page names: who means to come, who came, who struck someone out, and whose word a 补录 rests on. */
function readNamed({ attendance }: Roll, enrolled: readonly Fact[], { late }: Activity): Promise<People> {
  const facts = [...attendance.values(), ...enrolled]
  const words = late ? [late.by, late.confirmed?.by ?? late.doubted?.by ?? late.by] : []
  return readNameable([
    ...words,
    ...facts.flatMap(({ memberId, annulled }) => [memberId, annulled?.by ?? memberId]),
  ])
}

const nameOf = (memberId: string, people: People, names: Names): string => {
  const member = people.get(memberId)
  return member ? names.of(member) : ''
}

const who = ({ memberId, branchId }: Fact, people: People, { tree, names }: Context) => ({
  ...{ memberId, name: nameOf(memberId, people, names) },
  branchName: tree.get(branchId)?.name ?? '',
})

const byRecording = (a: Fact, b: Fact): number => a.recordedAt - b.recordedAt

function arrival(fact: Fact, people: People, community: string, context: Context): Arrival {
  const { annulled, way, occurredAt } = fact
  const striker = annulled && people.get(annulled.by)
  // The staff stand on no register: what they did, the community did.
  const by = striker ? context.names.acting(striker) : community
  return {
    ...who(fact, people, context),
    way,
    at: occurredAt,
    ...(fact.fromAlbum === true && { fromAlbum: true }),
    ...(annulled && { struck: { by, reason: annulled.reason, at: annulled.at } }),
  }
}

function waiting(fact: Fact, people: People, context: Context): ServiceBoard['pending'][number] {
  const { _id, way, occurredAt, askedAt, reason } = fact
  return {
    ...{ factId: _id, ...who(fact, people, context), way, at: occurredAt },
    ...(askedAt !== undefined && reason !== undefined && { asks: reason }),
  }
}

const codesOf = ({ codeKey, posterId }: Activity, isOver: boolean) => ({
  ...(!isOver && { codeKey }),
  codePrefix: codePrefix(),
  posterCode: posterId === undefined ? '' : codePrefix() + posterCode(posterId),
})

/** What was announced of it besides time and place, and that it did not take place. */
function announced(service: Activity, { tree }: Context) {
  const { limit, sevenOnes, proposed } = service
  const proposedBy = tree.get(proposed?.branchId ?? '')?.name
  return {
    ...(limit !== undefined && { limit }),
    ...(sevenOnes && { sevenOnes }),
    ...(proposedBy !== undefined && { proposedBy }),
    ...(wasNotHeld(service) && { notHeld: true }),
  }
}

/** What the staff see: the code's key, who has come, and who waits for their look. */
export const serviceBoard = useCase('service.board', aboutService, async (_request, context, service) => {
  const { now, tree } = context
  const { _id, hostId } = service
  const state = effectiveState(service, now)
  const community = tree.get(hostId)?.name ?? ''
  const roll = await readRoll(_id)
  const isOver = state !== 'published' && state !== 'open'
  const enrolled = isOver ? [] : [...roll.enrolments.values()].sort(byRecording)
  const people = await readNamed(roll, enrolled, service)
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
    ...codesOf(service, isOver),
    opensAt: opensAt(service),
    ...announced(service, context),
    totals: {
      enrolled: roll.enrolments.size,
      confirmed: facts.filter(isRegistered).length,
      pending: pending.length,
    },
    enrolments: enrolled.map((fact) => who(fact, people, context)),
    // As on a paper list: in the order they came.
    pending: pending.map((fact) => waiting(fact, people, context)).reverse(),
    arrivals: inOrder
      .filter((fact) => !isWaiting(fact))
      .map((fact) => arrival(fact, people, community, context)),
    ...(service.late && {
      late: shownLate({ hostId, late: service.late }, (id) => nameOf(id, people, context.names), tree),
    }),
  })
})
