import { branchPosts } from '@domain/contract/lists'
import type { Member } from '@domain/org/member'
import { branchFor, judgedDay, postsOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { PaperField, TextPaper } from '@domain/papers/paper'
import type { PaperSpan } from '@domain/papers/paperSpan'
import { branchReport, countyReport } from '@domain/papers/report'
import type { CountyFacts } from '@domain/papers/countySheet'
import { postLabels } from '@domain/registry/labels'
import { type Day, startOfDay } from '@domain/time/day'
import { formatYearDay } from '@domain/time/format'
import type { Context } from '../entry/useCase'
import { between } from '../store/conditions'
import { readJudgedFacts } from '../store/readJudgedFacts'
import { readAllMembersOf } from '../store/readPeople'
import { isRegistered } from '../store/readRoll'
import { termText } from './handbookOf'
import { placeIn } from './ledgerOf'
import { listsIn } from './listsIn'
import { branchFactsOf } from './spanFacts'

const field = (label: string, ...lines: string[]): PaperField => ({ label, lines })
const heldBy = (member: Member, branchId: string, day: Day) =>
  postsOn(member, day).filter(({ organisationId }) => organisationId === branchId)

/** 基本情况 on the last day of the span, or today. */
export function basicsOf(
  node: Organisation,
  everyone: readonly Member[],
  span: Pick<PaperSpan, 'from' | 'to'>,
  context: Context,
): PaperField[] {
  const { now, names } = context
  const day = judgedDay(span, now)
  const { branch, groups } = placeIn(node, span, context)
  const members = everyone.filter((member) => branchFor(member, span, now) === node._id)
  const full = members.filter(({ standing }) => standing === 'full').length
  const posts = branchPosts.flatMap((post) =>
    members
      .filter((member) => heldBy(member, node._id, day).some((held) => held.post === post))
      .map((member) => `${postLabels[post]}：${names.acting(member)}`),
  )
  const term = termText(branch)
  return [
    field('党组织', branch.name),
    field('党员', `${members.length} 人（正式 ${full}，预备 ${members.length - full}）`),
    { label: '党小组', lines: groups.map(({ name }) => name) },
    { label: '届期', lines: term === undefined ? [] : [term] },
    { label: '支委分工', lines: posts },
  ]
}

/** From when the secretary of the last day has been one, where that is a day of the span but its first. */
function inOfficeSince(node: Organisation, everyone: readonly Member[], span: PaperSpan, now: number) {
  const day = judgedDay(span, now)
  const since = everyone
    .flatMap((member) => heldBy(member, node._id, day))
    .filter(({ post }) => post === 'secretary')
    .map(({ from }) => from)
    .sort()[0]
  return since !== undefined && since > span.from
    ? { text: formatYearDay(since), at: startOfDay(since) }
    : undefined
}

/** 述职材料 of a branch. */
export async function branchReportOf(
  node: Organisation,
  span: PaperSpan,
  context: Context,
): Promise<TextPaper> {
  const { now } = context
  const [facts, everyone, talks, lists] = await Promise.all([
    branchFactsOf(node, span, context),
    readAllMembersOf(node._id),
    readJudgedFacts({ branchId: node._id, kind: 'talk', occurredOn: between(span.from, span.to) }),
    listsIn(node, span, context),
  ])
  const since = inOfficeSince(node, everyone, span, now)
  return branchReport({
    ...facts,
    basics: basicsOf(node, everyone, span, context),
    ...(since && { inOfficeSince: since }),
    talks: talks.filter(isRegistered).length,
    lists,
  })
}

/** 述职材料 of the work committee. */
export function countyReportOf(facts: CountyFacts): TextPaper {
  const branches = facts.groups[0]?.places ?? []
  const ended = branches.filter(({ remark }) => remark.includes('至')).length
  const members = branches.reduce((sum, place) => sum + place.members, 0)
  return countyReport(facts, [
    field('党组织', facts.organisation),
    field('单位', `${new Set(branches.flatMap(({ unit }) => unit || [])).size} 个`),
    field('党支部', `${branches.length} 个${ended > 0 ? `（其中 ${ended} 个已撤销或合并）` : ''}`),
    field('党员', `${members} 人`),
  ])
}
