import { seesNames } from '@domain/access/seesNames'
import type { FactEntry } from '@domain/contract/paper'
import type { FactItem } from '@domain/contract/words'
import type { Duty } from '@domain/duty/duty'
import { treeFor } from '@domain/org/asOf'
import type { Member } from '@domain/org/member'
import { branchFor } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { BranchFacts } from '@domain/papers/branchSheet'
import { itemOf } from '@domain/papers/factItems'
import { type FactLine, factLines } from '@domain/papers/factLines'
import type { MemberNumbers, MembersFacts } from '@domain/papers/memberSheet'
import type { PaperSpan } from '@domain/papers/paperSpan'
import { judgeMember } from '@domain/progress/evaluateMember'
import { within } from '@domain/progress/within'
import { formatYearDay } from '@domain/time/format'
import type { Period } from '@domain/time/period'
import { type BranchEvidence, readBranchEvidence } from '../counting/progress/readBranchEvidence'
import { spanOver } from '../counting/progress/span'
import { readAs, sectionsOf } from '../counting/progress/spanSheet'
import { factOrder } from '../counting/rules/factOrder'
import { readDuties } from '../entry/cached'
import type { Context } from '../entry/useCase'
import { placeIn } from './ledgerOf'
import { remarkOf, wasIn } from './participationOf'

/** Of a branch whose numbers alone leave it nothing that was typed is told outside. */
const withoutTitles = (line: FactLine): FactLine => ({
  ...line,
  counted: line.counted.map((one) => ({ ...one, record: { ...one.record, title: line.duty.label } })),
})

/** 支部一张: the numbers of the page 支部这一年, of any months. */
export async function branchFactsOf(
  node: Organisation,
  span: PaperSpan,
  context: Context,
): Promise<BranchFacts> {
  const { today, caller, tree } = context
  const order = await factOrder()
  const sections = await sectionsOf({ organisation: node, branchId: node._id }, span, context)
  return {
    organisation: placeIn(node, span, context).branch.name,
    span,
    asOf: formatYearDay(today),
    lines: factLines(sections, { span, today, order }).map((line) =>
      seesNames(caller, node, today, tree) ? line : withoutTitles(line),
    ),
  }
}

/** What members do besides the meetings, which stand on sheets of their own. */
const besides: readonly FactItem[] = ['service', 'visit', 'deed']

interface Question {
  node: Organisation
  span: PaperSpan
  duties: readonly Duty[]
  order: readonly FactEntry[]
  evidence: BranchEvidence
}

/** What a member owes in a period as one of the branch; in others they stand in another branch's sheet. */
function judgedIn(member: Member, period: Period, question: Question, { now, register }: Context) {
  const { node, duties, evidence } = question
  if (branchFor(member, period, now) !== node._id) return []
  const tree = treeFor(register, period, now)
  return judgeMember({ member, tree, duties, period, now, ...evidence })
}

function memberNumbers(member: Member, question: Question, context: Context): MemberNumbers {
  const { node, span, duties, order } = question
  const sections = within(span, duties, (period) => judgedIn(member, period, question, context))
  return {
    member,
    remark: remarkOf(member, node._id, span),
    lines: factLines(sections, { span, today: context.today, order }),
  }
}

/** 党员一张: the numbers of the branch's page, period by period, of everybody who was in the branch. Nobody is named yet. */
export async function memberNumbersOf(
  node: Organisation,
  span: PaperSpan,
  context: Context,
): Promise<MembersFacts<MemberNumbers>> {
  const { now, today } = context
  const [order, all] = await Promise.all([factOrder(), readDuties(now)])
  const duties = all.filter((duty) => duty.subject === 'member' && besides.includes(itemOf(duty)))
  const read = readAs(span)
  const { everyone, ...evidence } = await readBranchEvidence(node._id, read, spanOver([read], today), now)
  const people = everyone.filter((one) => wasIn(one, node._id, span)).sort((a, b) => a.order - b.order)
  const question = { node, span, duties, order, evidence }
  return {
    organisation: placeIn(node, span, context).branch.name,
    span,
    asOf: formatYearDay(today),
    people: people.map((member) => memberNumbers(member, question, context)),
  }
}

/** The same with the names, as a paper has them. */
export async function membersFactsOf(
  node: Organisation,
  span: PaperSpan,
  context: Context,
): Promise<MembersFacts> {
  const { people, ...facts } = await memberNumbersOf(node, span, context)
  return { ...facts, people: people.map((one) => ({ ...one, name: context.names.of(one.member) })) }
}
