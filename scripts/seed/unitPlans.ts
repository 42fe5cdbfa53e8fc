import { suggestTitle } from '@domain/activity/suggestTitle'
import type { ActivityKind } from '@domain/contract/words'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { at, freeWorkday, HOUR, type Month } from './calendar'
import { demoUnitName } from './identities'
import type { Plan } from './plan'
import { Random } from './random'
import { agendas, places, theoryTopics } from './texts'

/** A unit and its 中心组, leading cadres first. */
export interface UnitScene {
  unit: Organisation
  people: Member[]
}

const sits = (member: Member, unitId: string): boolean =>
  member.posts.some(({ post, organisationId }) => post === 'theory_group_member' && organisationId === unitId)

const rank = ({ cadre, posts }: Member): number => {
  if (cadre === 'county') return 0
  if (cadre) return 1
  return posts.some(({ post }) => post === 'secretary') ? 2 : 3
}

/** Units with a 中心组 of whom somebody is there: a small county has a part of each only. */
export const unitScenes = (organisations: readonly Organisation[], members: readonly Member[]): UnitScene[] =>
  organisations
    .filter(({ type }) => type === 'unit')
    .map((unit) => ({
      unit,
      people: members
        .filter((member) => sits(member, unit._id))
        .sort((a, b) => rank(a) - rank(b) || a.order - b.order),
    }))
    .filter(({ people }) => people.length > 0)

/** Most never miss a month; a few do so at times. The demo unit missed July and has not met in the demo month yet. */
function leavesOut({ _id, name }: Organisation, month: Month): boolean {
  if (name === demoUnitName) return month.month === 7 || month.month >= 9
  const lax = new Random('lax', _id).chance(0.15)
  return new Random('leaves out', _id, 'unit_theory_study', month.key).chance(lax ? 0.3 : 0.02)
}

function plan(scene: UnitScene, kind: ActivityKind, day: string, topic?: string): Plan | null {
  const { unit, people } = scene
  const [chair, ...others] = people
  if (!chair) return null
  const key = `${unit._id}|${kind}|${day}`
  const startsAt = at(day, 8, 30)
  // 学习秘书: the first of those without a leading post.
  const recorder = others.find(({ cadre }) => cadre === undefined) ?? others[0] ?? chair
  return {
    key,
    kind,
    title: suggestTitle(kind, startsAt, unit.name),
    hostId: unit._id,
    hostType: 'unit',
    branchId: unit._id,
    startsAt,
    endsAt: startsAt + 2 * HOUR,
    place: new Random('room', unit._id).pick(places),
    chairId: chair._id,
    recorderId: recorder._id,
    organiserId: recorder._id,
    witnessIds: [],
    expected: [...people].sort((a, b) => a.order - b.order),
    carries: [],
    agenda: (agendas[kind] ?? []).map(([text, minutes]) => ({ text, minutes })),
    ...(topic !== undefined && { topic }),
    rate: 0.9 + new Random('rate', key).next() * 0.08,
    turnout: new Map(),
    leftClosed: false,
  }
}

/** 听取党建汇报 twice a year, in months of the unit's own. */
const hearsReports = ({ _id }: Organisation, { month, year }: Month): boolean =>
  (month - 1) % 6 === new Random('briefing', _id, year, month <= 6 ? 1 : 2).int(1, 4)

/** What a unit's 中心组 holds in a month. */
export function unitPlans(scene: UnitScene, month: Month): Plan[] {
  const { unit } = scene
  const random = new Random('unit day', unit._id, month.key)
  const topic = random.pick(theoryTopics)
  const day = freeWorkday(month, random.int(3, 24), new Set())
  const study = leavesOut(unit, month) ? null : plan(scene, 'unit_theory_study', day, topic)
  const later = freeWorkday(month, random.int(5, 25), new Set([day]))
  const briefing = hearsReports(unit, month) ? plan(scene, 'work_briefing', later) : null
  return [study, briefing].filter((one) => one !== null)
}
