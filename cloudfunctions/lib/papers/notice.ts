import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { treeFor } from '@domain/org/asOf'
import type { CountyFacts } from '@domain/papers/countySheet'
import { fileName } from '@domain/papers/fileName'
import { NOTICE, noticePaper, type PickedBranch, type PickedItem } from '@domain/papers/notice'
import { type PaperSpan, paperSpan } from '@domain/papers/paperSpan'
import { inTreeOrder } from '../entry/inTreeOrder'
import { limit } from '../entry/limit'
import { aboutCounty, rootOf } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { hasBegun } from './aboutSpan'
import { countyFactsOf, unitOf } from './countyFactsOf'
import { MOST_BYTES } from './inPieces'
import { writeWord } from './write/writeWord'

type Request = ParsedRequestOf<'paper.notice'>

/** The 事项 picked, in the order of the county's form: a unit's own are no branch's. */
const itemsOf = ({ items }: Request, { groups }: CountyFacts): PickedItem[] =>
  groups
    .filter(({ of }) => of !== 'units')
    .flatMap((group) => group.items.map((item) => ({ group, item })))
    .filter(({ item: { duty } }) =>
      items.some(({ dutyId, version }) => dutyId === duty.id && version === duty.version),
    )

/** The branches picked, in 组织序列. */
function branchesOf({ branchIds }: Request, span: PaperSpan, { register, now }: Context): PickedBranch[] {
  const tree = treeFor(register, span, now)
  const county = rootOf(tree)?.name ?? ''
  return [...new Set(branchIds)]
    .flatMap((id) => tree.get(id) ?? [])
    .filter(({ type }) => type === 'branch')
    .sort(inTreeOrder(tree))
    .map((branch) => ({ id: branch._id, unit: unitOf(tree, branch) || county, name: branch.name }))
}

/** 情况通报, for the work committee: of what it has picked itself, by the numbers of 全县直汇总. */
export const notice = useCase('paper.notice', aboutCounty, async (request, context) => {
  const { now, today, caller } = context
  const span = paperSpan(request.periodKey, request.until)
  if (!hasBegun(span, today)) return refuse('invalid_request', { path: 'periodKey' })
  if (request.items.length === 0 || request.branchIds.length === 0) return refuse('nothing_chosen')
  const branches = branchesOf(request, span, context)
  if (branches.length < new Set(request.branchIds).size)
    return refuse('invalid_request', { path: 'branchIds' })
  const facts = await countyFactsOf(span, context)
  const items = itemsOf(request, facts)
  if (items.length < request.items.length) return refuse('invalid_request', { path: 'items' })
  const tooMany = await limit({ openId: caller.openId, kind: 'paper' }, now)
  if (tooMany) return tooMany
  const made = await writeWord(noticePaper({ facts, items, branches, to: request.to ?? '' }), now)
  if (made.length > MOST_BYTES) return refuse('export_too_large')
  const name = fileName({ organisation: facts.organisation, when: span, paper: NOTICE, ending: 'docx' })
  return done({ fileName: name, content: Buffer.from(made).toString('base64') })
})
