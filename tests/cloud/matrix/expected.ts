import type { Action } from '@domain/contract/actions'
import type { Actor } from './actors'
import { designed } from './designed'
import { reaches } from './nodes'

/** What a sample is about, in the words of the table. */
export interface About {
  branch?: string
  group?: string
  unit?: string
  place?: string
  /** `own`: whoever calls. */
  member?: string
  /** The node that hosts it. */
  host?: string
  isGroupMeeting?: boolean
  /** Its record stands. */
  isRecorded?: boolean
  importer?: string
  /** It lies in a period for which something may still be entered. */
  isRunning?: boolean
}

export interface Sample {
  about: About
  request: () => object
  /** Which of several of an action, in words. */
  of?: string
  /** A page of one's own: people outside the register have none. */
  needsMember?: boolean
  /** Where what it is about depends on who asks. */
  aboutActor?: (actor: Actor) => About
  /** Instead of the action's row, where it depends on what it is about. */
  designed?: readonly Standing[]
  /** What the use case asks beyond the table. */
  also?: (actor: Actor) => boolean
}

const runners = ['secretary', 'deputy_secretary', 'organisation_officer']

const holds = ({ holds: held }: Actor, roles: readonly string[], node: string | undefined): boolean =>
  held?.inForce === true && roles.includes(held.role) && reaches(held.node, node)

/** Roles that are none, though they are posts of a committee or seats of a 中心组. */
const noRights = [
  'publicity_officer',
  'discipline_officer',
  'committee_member',
  'theory_group_member',
  'unit_secretary',
  'unit_deputy_secretary',
  'unit_committee_member',
]
const isRight = (role: string) => !noRights.includes(role)

const placeOf = ({ group, branch, unit, place }: About) => group ?? branch ?? unit ?? place

/** Chair, recorder or creator, and today of the branch that holds the meeting, or of one below the unit that does. */
const isNamed = ({ name, branch }: Actor, about: About): boolean => {
  const place = about.branch ?? about.unit
  return (
    about.host !== undefined &&
    place !== undefined &&
    ['chair', 'recorder', 'creator'].includes(name) &&
    reaches(place, branch)
  )
}

const stands = {
  anyone: () => true,
  bound: ({ state, memberId, holds: held }) =>
    state === 'bound' && (memberId !== undefined || (held?.inForce === true && isRight(held.role))),
  self: ({ memberId }, { member }) => memberId !== undefined && (member === 'own' || member === memberId),
  branch_member: (actor, { member, branch }) =>
    member === undefined && branch !== undefined && actor.branch === branch,
  branch_runner: (actor, { branch }) => holds(actor, runners, branch),
  group_leader: (actor, { group }) => holds(actor, ['group_leader'], group),
  leader_in_branch: ({ holds: held }, { branch }) =>
    held?.inForce === true &&
    held.role === 'group_leader' &&
    branch !== undefined &&
    reaches(branch, held.node),
  host_leader: (actor, { host, isGroupMeeting }) =>
    isGroupMeeting === true && holds(actor, ['group_leader'], host),
  activity_runner: (actor, about) => about.isRecorded !== true && isNamed(actor, about),
  activity_recorder: isNamed,
  committee: (actor, about) => holds(actor, ['committee'], placeOf(about)),
  overseer: (actor, about) =>
    about.member === undefined &&
    about.isRunning !== true &&
    holds(actor, ['committee', 'inspector'], about.group ?? about.branch ?? about.unit),
  inspector: (actor, about) => about.host === undefined && holds(actor, ['inspector'], placeOf(about)),
  unit_officer: (actor, { unit }) => holds(actor, ['unit_officer'], unit),
  theory_group: ({ holds: held }, { unit }) =>
    held?.inForce === true && held.role === 'theory_group_member' && held.node === unit,
  community_staff: (actor, { host, place }) => holds(actor, ['community_staff'], host ?? place),
  village_contact: (actor, { place }) => holds(actor, ['village_contact'], place),
  importer: ({ name }, { importer }) => importer !== undefined && name === importer,
} satisfies Record<string, (actor: Actor, about: About) => boolean>

/** How somebody stands to what an action is about. */
export type Standing = keyof typeof stands

/** What the design says of an actor and a sample: `yes`, or the reason to be heard. */
export function expected(action: Action, actor: Actor, sample: Sample): string {
  const { needsMember, also, aboutActor } = sample
  const about = aboutActor?.(actor) ?? sample.about
  const rule = sample.designed ?? designed[action]
  const may =
    rule.some((who) => stands[who](actor, about)) &&
    (needsMember !== true || actor.memberId !== undefined) &&
    (also?.(actor) ?? true)
  if (may) return 'yes'
  return rule.includes('bound') && actor.state === 'unbound' ? 'unbound' : 'forbidden'
}
