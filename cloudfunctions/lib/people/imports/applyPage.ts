import { NAMESAKE } from '@domain/registry/findMember'
import { applyOrganisationEntry, judgeOrganisation } from '@domain/registry/judgeOrganisation'
import type { Context } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { inTurns } from '../../ground/inTurns'
import type { ImportHead, StoredRow } from '../../store/collections/imports'
import { insertOrganisation, writeOrganisation } from '../organisation/writeOrganisation'
import { withKeys } from '../register/newMember'
import { type Change, insertMembers, WIDTH, writeMembersAudited } from '../register/writeMember'
import { isMemberRow, type Judge, judgeOf, withVerdict } from './judgeRows'
import type { Scope } from './scope'
import { type JudgedRow, stands, successions } from './successions'

export interface Applying {
  head: ImportHead
  scope: Scope
  context: Context
  /** An earlier call was here before: what it wrote is this import's own work. */
  isResumed: boolean
}

type Done = NonNullable<StoredRow['done']>

async function applyOrganisation(
  row: StoredRow,
  { head, scope, context, isResumed }: Applying,
): Promise<Done> {
  const { content } = row
  if (content.kind !== 'organisation' || !('entry' in content)) return 'left'
  if (row.verdict === 'add') {
    const node = head.newOrganisations.find(({ _id }) => _id === content.newId)
    if (!node) return 'left'
    return (await insertOrganisation(node)) || isResumed ? 'added' : 'same'
  }
  const judged = judgeOrganisation(content.entry, scope.places, context.today)
  if (judged.verdict === 'same') return row.verdict === 'change' ? 'changed' : 'same'
  const stored = scope.register.get(judged.before?._id ?? '')
  if (judged.verdict !== 'change' || row.verdict !== 'change' || !stored) return 'left'
  const after = applyOrganisationEntry(stored, content.entry, context.today)
  return (await writeOrganisation(scope.register, after)) ? 'changed' : 'left'
}

/** What is there already: of this import's own doing before it was cut short, or of somebody else's. */
function doneBefore({ row, judged }: JudgedRow): Done {
  const isOwn = 'newId' in row.content && judged.before?._id === row.content.newId
  if (row.verdict === 'add') return isOwn ? 'added' : 'same'
  return row.verdict === 'change' ? 'changed' : 'same'
}

async function add(list: readonly JudgedRow[], judge: Judge, head: ImportHead): Promise<void> {
  const members = list.flatMap(({ row: { content, order }, judged: { next } }) =>
    next && 'newId' in content ? [{ ...next, _id: content.newId, order: head.firstOrder + order }] : [],
  )
  if (members.length > 0) await insertMembers((await judge.households.linkAll(members)).map(withKeys))
}

/** The rows that were changed. */
async function change(list: readonly JudgedRow[], judge: Judge, applying: Applying): Promise<JudgedRow[]> {
  const changes = list.flatMap(({ judged: { before, next } }) =>
    before && next ? [{ before, after: next }] : [],
  )
  const ids = await changeAudited(changes, judge, applying)
  return list.filter(({ judged }) => judged.before && ids.has(judged.before._id))
}

/** Each changed member is told of, before it is changed, with what it was and what it is. */
function changeAudited(list: readonly Change[], judge: Judge, { head, context }: Applying) {
  const { caller, now: at } = context
  const telling = {
    what: 'import' as const,
    by: nameForRecords(caller),
    at,
    importId: head._id,
    key: head._id,
  }
  return writeMembersAudited(list, telling, (members) => judge.households.linkAll(members))
}

/** The rows with what became of them; what does not stand any more is left, and says why. */
async function applyMembers(rows: readonly StoredRow[], applying: Applying): Promise<StoredRow[]> {
  const { head, scope, context } = applying
  const judge = await judgeOf(rows, scope, context)
  const all = rows.flatMap((row): JudgedRow[] => {
    const isNew = row.verdict === 'add'
    const judged = judge.of(isNew ? { ...row, chosen: [...row.chosen, NAMESAKE] } : row)
    return judged ? [{ row, judged }] : []
  })
  const { list, ended } = successions(all, context.today)
  // A secretary's post ends before the next one begins: for a moment a branch has none, never two.
  const over = await changeAudited(ended, judge, applying)
  // Where another call has changed the old secretary meanwhile, that post stands: the row of who should follow is left and asked about again.
  const isFree = ({ judged: { replaced = [] } }: JudgedRow) =>
    replaced.every(({ _id }) => over.has(_id) || !ended.some(({ before }) => before._id === _id))
  const done = new Map<StoredRow, Done>()
  const adding = list.filter((one) => one.row.verdict === 'add' && stands(one) && isFree(one))
  await add(adding, judge, head)
  for (const { row } of adding) done.set(row, 'added')
  const changing = list.filter((one) => one.row.verdict === 'change' && stands(one) && isFree(one))
  for (const { row } of await change(changing, judge, applying)) done.set(row, 'changed')
  for (const one of list) if (one.judged.verdict === 'same') done.set(one.row, doneBefore(one))
  return list.map(({ row, judged }) => {
    const what = done.get(row)
    return what ? { ...row, done: what } : { ...withVerdict(row, judged, scope), done: 'left' }
  })
}

const isMeant = ({ verdict }: StoredRow) => verdict === 'add' || verdict === 'change' || verdict === 'same'

/** Does what the preview of a page said. Everything is looked up again first: any call may be the second one. */
export async function applyPage(rows: readonly StoredRow[], applying: Applying): Promise<StoredRow[]> {
  const after = new Map<string, StoredRow>()
  const meant = rows.filter(isMeant)
  await inTurns(
    meant.filter(({ content }) => content.kind === 'organisation'),
    WIDTH,
    async (row) => {
      after.set(row.key, { ...row, done: await applyOrganisation(row, applying) })
    },
  )
  for (const row of await applyMembers(meant.filter(isMemberRow), applying)) after.set(row.key, row)
  return rows.map((row) => after.get(row.key) ?? row)
}
