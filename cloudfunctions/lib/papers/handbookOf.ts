import { branchPosts } from '@domain/contract/lists'
import type { Member } from '@domain/org/member'
import { judgedDay, postsOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { treeFor } from '@domain/org/asOf'
import type { Handbook, HandbookSheets, Listed } from '@domain/papers/handbook'
import { describe } from '@domain/registry/describe'
import { postLabels } from '@domain/registry/labels'
import { dayOf } from '@domain/time/day'
import { formatYearDay } from '@domain/time/format'
import type { Period } from '@domain/time/period'
import type { Context } from '../entry/useCase'
import { between, oneOf } from '../store/conditions'
import { find } from '../store/find'
import type { BookLine } from '../store/readBook'
import { readJudgedFacts } from '../store/readJudgedFacts'
import { readAllMembersOf, readNameable } from '../store/readPeople'
import { isRegistered } from '../store/readRoll'
import { duesRegisterOf } from './duesRegisterOf'
import { placeIn } from './ledgerOf'
import { listsIn } from './listsIn'
import type { Asked } from './longPaper'
import { participationOf, remarkOf, wasIn } from './participationOf'

export const listed = ({ _id: id, kind, title, startsAt, state }: BookLine): Listed => ({
  ...{ id, kind, title, day: dayOf(startsAt) },
  isRecorded: state === 'recorded',
})

/** Every 届期 as it is written, the last one last; none where the register knows none. */
export function termTexts({ terms = [], termEndsOn }: Organisation): string[] {
  if (terms.length > 0) return terms.map(({ from, to }) => `${formatYearDay(from)}至${formatYearDay(to)}`)
  return termEndsOn === undefined ? [] : [`至${formatYearDay(termEndsOn)}`]
}

export const termText = (organisation: Organisation): string | undefined => termTexts(organisation).at(-1)

/** 支委分工 on a day. */
const postsOf = (members: readonly Member[], branchId: string, day: string, { names }: Context) =>
  branchPosts.flatMap((post) =>
    members
      .filter((member) =>
        postsOn(member, day).some((held) => held.organisationId === branchId && held.post === post),
      )
      .map((member) => ({ label: postLabels[post], name: names.of(member) })),
  )

/** What the front of the 手册 says: the branch and its people as the year is judged by them. */
export async function handbookOf({ node, spans: [year], lines, context }: Asked): Promise<Handbook> {
  const { now, names, register } = context
  const day = judgedDay(year, now)
  const { branch, groups } = placeIn(node, year, context)
  const then = treeFor(register, year, now)
  const all = await readAllMembersOf(node._id)
  const members = all.filter((member) => wasIn(member, node._id, year)).sort((a, b) => a.order - b.order)
  const term = termText(branch)
  const { validTo } = branch
  return {
    ...{ organisation: branch.name, year },
    ...(validTo !== undefined && validTo <= year.to && { until: validTo }),
    ...(term !== undefined && { term }),
    groups: groups.map(({ name }) => name),
    posts: postsOf(members, node._id, day, context),
    members: members.map((member) => {
      const { post, group } = describe(member, day, then, () => '')
      const remark = remarkOf(member, node._id, year)
      return { name: names.of(member), standing: member.standing, post, group, remark }
    }),
    meetings: lines.map(listed),
  }
}

/** 谈心谈话 of a year: day and pair. */
async function talksOf(branchId: string, { from, to }: Period, { names }: Context) {
  const facts = await readJudgedFacts({ branchId, kind: 'talk', occurredOn: between(from, to) })
  const talks = facts.filter(isRegistered).sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1))
  const people = await readNameable(
    talks.flatMap(({ memberId, detail }) => [memberId, detail?.withMemberId ?? []].flat()),
  )
  const nameOf = (id: string | undefined) => {
    const member = people.get(id ?? '')
    return member ? names.of(member) : ''
  }
  return talks.map(({ occurredOn: on, memberId, detail }) => ({
    on,
    pair: [nameOf(memberId), nameOf(detail?.withMemberId)] as const,
  }))
}

/** Days of the year's 接收 and 转正, as its records have them. */
async function admissionsOf(lines: readonly BookLine[]) {
  const ids = lines
    .filter(({ kind, state }) => kind === 'general_meeting' && state === 'recorded')
    .map(({ _id }) => _id)
  const meetings = await find('activities', { _id: oneOf(ids) }, { fields: ['startsAt', 'votes'] })
  return meetings
    .sort((a, b) => a.startsAt - b.startsAt)
    .map(({ startsAt, votes = [] }) => ({
      on: dayOf(startsAt),
      matters: votes.filter(({ vote }) => vote === 'admission').length,
    }))
    .filter(({ matters }) => matters > 0)
}

/** What stands behind its records. */
export const sheetsOf = async ({ node, spans: [year], lines, context }: Asked): Promise<HandbookSheets> => ({
  participation: await participationOf(node, year, context),
  dues: await duesRegisterOf(node, year, context),
  talks: await talksOf(node._id, year, context),
  terms: (placeIn(node, year, context).branch.terms ?? []).filter(
    ({ from }) => from >= year.from && from <= year.to,
  ),
  admissions: await admissionsOf(lines),
  lists: await listsIn(node, year, context),
})
