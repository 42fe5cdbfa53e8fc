import { done, refuse } from '@domain/contract/answer'
import { membershipOn } from '@domain/org/membershipOn'
import { fileName } from '@domain/papers/fileName'
import { LETTER, type Served, thanksLetter } from '@domain/papers/thanksLetter'
import { dayOf } from '@domain/time/day'
import { periodByKey } from '@domain/time/period'
import { type ServedByUnit, servedIn, type ServedService } from '../community/servedIn'
import { inTreeOrder } from '../entry/inTreeOrder'
import { limit } from '../entry/limit'
import { aboutPlace } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { oneOf } from '../store/conditions'
import { find } from '../store/find'
import { nameFields } from '../store/readPeople'
import { writeWord } from './write/writeWord'

/** Of a unit that has done something there, its members; their order is that of the registers. */
async function readMembers({ facts }: ServedByUnit, { tree, today }: Context) {
  const ids = [...new Set(facts.map(({ memberId }) => memberId))]
  const fields = [...nameFields, 'order'] as const
  const members = await find('members', { _id: oneOf(ids) }, { limit: ids.length, fields })
  const byBranch = inTreeOrder(tree)
  const branchOf = (one: (typeof members)[number]) => tree.get(membershipOn(one, today)?.branchId ?? '')
  return members.sort((a, b) => {
    const [left, right] = [branchOf(a), branchOf(b)]
    return (left && right ? byBranch(left, right) : 0) || a.order - b.order
  })
}

function servicesOf(
  { facts }: ServedByUnit,
  services: ReadonlyMap<string, ServedService>,
): Served['services'] {
  const came = new Map<string, number>()
  for (const { kind, activityId = '' } of facts)
    if (kind === 'attendance') came.set(activityId, (came.get(activityId) ?? 0) + 1)
  return [...services.values()]
    .sort((a, b) => a.startsAt - b.startsAt)
    .flatMap(({ _id, title, startsAt, serviceKind = 'theme' }) => {
      const people = came.get(_id)
      return people === undefined ? [] : [{ on: dayOf(startsAt), title, kind: serviceKind, people }]
    })
}

/** Who came how often, and what was done besides; of branches whose numbers alone leave them nothing else. */
async function peopleOf(served: ServedByUnit, context: Context) {
  const { names } = context
  const members = await readMembers(served, context)
  const times = (id: string) =>
    served.facts.filter(({ kind, memberId }) => kind === 'attendance' && memberId === id).length
  const seen = members.filter((one) => names.sees(one))
  const seenIds = new Set(seen.map(({ _id }) => _id))
  const came = (all: typeof members) => all.filter(({ _id }) => times(_id) > 0)
  const nameless = came(members.filter(({ _id }) => !seenIds.has(_id)))
  const deeds = served.facts.filter(({ kind }) => kind === 'deed')
  const told = deeds.filter(({ memberId }) => seenIds.has(memberId))
  return {
    people: came(seen).map((one) => ({ name: names.of(one), times: times(one._id) })),
    nameless: { people: nameless.length, times: nameless.reduce((sum, { _id }) => sum + times(_id), 0) },
    deeds: told.map(({ detail }) => detail?.title ?? ''),
    namelessDeeds: deeds.length - told.length,
  }
}

/** 社区反馈函 of a quarter to a unit whose members have served there. */
export const paperOfLetter = useCase(
  'paper.ofLetter',
  ({ communityId }, context) => aboutPlace(communityId, ['community'], context),
  async ({ unitId, periodKey }, context, community) => {
    const { caller, now, today } = context
    const period = periodByKey(periodKey)
    const { units, services } = await servedIn(community._id, period, context)
    const served = units.find(({ unit }) => unit._id === unitId)
    if (!served) return refuse('invalid_request', { path: 'unitId' })
    const tooMany = await limit({ openId: caller.openId, kind: 'paper' }, now)
    if (tooMany) return tooMany
    const letter = thanksLetter({
      ...{ community: community.name, unit: served.unit.name, period, today },
      services: servicesOf(served, services),
      ...(await peopleOf(served, context)),
    })
    return done({
      fileName: fileName({
        ...{ organisation: community.name, when: period, kind: served.unit.name, paper: LETTER },
        ending: 'docx',
      }),
      content: Buffer.from(await writeWord(letter, now)).toString('base64'),
    })
  },
)
