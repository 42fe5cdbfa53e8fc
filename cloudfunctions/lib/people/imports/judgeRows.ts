import type { Verdict } from '@domain/contract/imports'
import type { Member } from '@domain/org/member'
import type { MemberEntry } from '@domain/registry/entry'
import { shownVerdict } from '@domain/registry/judged'
import { type JudgedMember, judgeMember } from '@domain/registry/judgeMember'
import { isSecretaryOf } from '@domain/registry/oneSecretary'
import type { Context } from '../../entry/useCase'
import { type ImportHead, PAGE, type StoredRow } from '../../store/collections/imports'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { readPage, saveRows, updateHead } from '../../store/readImport'
import { Households } from './Households'
import { readScope, type Scope } from './scope'

type MemberRow = StoredRow & { content: { kind: 'member'; entry: unknown } }
export const isMemberRow = (row: StoredRow): row is MemberRow =>
  row.content.kind === 'member' && 'entry' in row.content

/** Namesakes of one page's people: a name is borne by few in a county. */
const MOST = 5000

/** Judges rows of members against the register as it is now. */
export interface Judge {
  of: (row: StoredRow) => JudgedMember | null
  households: Households
}

/** Who holds a post in the branches to which rows give a secretary. */
async function secretariesFor(entries: readonly MemberEntry[], scope: Scope): Promise<Member[]> {
  const { places, onlyBranchId } = scope
  const named = entries
    .filter(({ posts }) => posts?.includes('secretary'))
    .flatMap(({ branch }) => (branch === undefined ? (onlyBranchId ?? []) : places.branches(branch).ids))
  const branchIds = [...new Set(named)]
  return branchIds.length > 0
    ? find('members', { 'posts.organisationId': oneOf(branchIds) }, { limit: MOST })
    : []
}

/** Reads for the rows of one page all that judging them takes: a county of any size costs a page the same. */
export async function judgeOf(
  rows: readonly StoredRow[],
  scope: Scope,
  { caller, today }: Context,
): Promise<Judge> {
  const entries = rows.flatMap(({ content }) =>
    content.kind === 'member' && 'entry' in content ? [content.entry] : [],
  )
  const names = [...new Set(entries.map(({ name }) => name))]
  const people = names.length > 0 ? await find('members', { name: oneOf(names) }, { limit: MOST }) : []
  const byName = new Map<string, Member[]>()
  // stored name: compared with the rows of a file
  for (const member of people) byName.set(member.name, [...(byName.get(member.name) ?? []), member])
  const codes = entries.flatMap((entry) => entry.households ?? [])
  const linked = people.flatMap((member) => member.households.map(({ householdId }) => householdId))
  const secretaries = await secretariesFor(entries, scope)
  const households = await Households.read(codes, linked, scope.places)
  const of = ({ content, chosen }: StoredRow): JudgedMember | null =>
    content.kind === 'member' && 'entry' in content
      ? judgeMember(
          content.entry,
          {
            ...scope,
            reader: caller,
            today,
            namesakes: byName.get(content.entry.name) ?? [],
            secretaries: (branchId) => secretaries.filter((member) => isSecretaryOf(member, branchId, today)),
            householdId: (code) => households.idOf(code),
            householdLabel: (id) => households.labelOf(id),
          },
          chosen,
        )
      : null
  return { of, households }
}

/** The row with what would happen to it now. */
export function withVerdict(row: StoredRow, judged: JudgedMember, scope: Scope): StoredRow {
  const { about: _, ...rest } = row
  return {
    ...rest,
    branch: scope.places.tree.get(judged.branchId ?? '')?.name ?? row.branch,
    verdict: judged.verdict,
    reasons: judged.reasons,
    ...(judged.before && { about: judged.before._id }),
    changes: judged.changes,
    // What was chosen from stays to be chosen from again.
    options: judged.options.length > 0 ? judged.options : row.options,
  }
}

/** Milliseconds one call goes on before it lets the phone show how far it has come. */
export const PATIENCE = 8000

export const totalsOf = (rows: readonly StoredRow[]): Partial<Record<Verdict, number>> => {
  const totals: Partial<Record<Verdict, number>> = {}
  for (const row of rows) {
    const verdict = shownVerdict(row)
    totals[verdict] = (totals[verdict] ?? 0) + 1
  }
  return totals
}

async function judgePage(
  head: ImportHead,
  page: number,
  scope: Scope,
  context: Context,
): Promise<StoredRow[]> {
  const rows = (await readPage(head._id, page))?.rows ?? []
  if (!rows.some(isMemberRow)) return rows
  const judge = await judgeOf(rows, scope, context)
  const judged = rows.map((row) => {
    const one = judge.of(row)
    return one ? withVerdict(row, one, scope) : row
  })
  await saveRows(head._id, page, judged)
  return judged
}

/** Goes on judging page by page since the call `began`; the head remembers how far, so that any call may be cut short. */
export async function judgeRows(head: ImportHead, context: Context, began: number): Promise<ImportHead> {
  const scope = await readScope(context, head.newOrganisations)
  const pages = [...head.pages]
  const count = Math.ceil(head.rows / PAGE)
  while (pages.length < count && performance.now() - began < PATIENCE)
    pages.push(totalsOf(await judgePage(head, pages.length, scope, context)))
  const state = pages.length < count ? 'reading' : 'ready'
  // Two calls that judge the same pages write the same.
  await updateHead(head._id, { state: 'reading' }, { pages, state })
  return { ...head, pages, state }
}

export const judgedRows = ({ pages, rows }: Pick<ImportHead, 'pages' | 'rows'>): number =>
  Math.min(rows, pages.length * PAGE)
