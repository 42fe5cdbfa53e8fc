import { judgeOrganisation } from '@domain/registry/judgeOrganisation'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import type { Context } from '../dispatch/useCase'
import { inTurns } from '../reminder/inTurns'
import { insertOnce } from '../wx/insertOnce'
import { isMemberRow, type Judge, judgeOf, withVerdict } from './judgePage'
import type { Scope } from './scope'
import type { ImportHead, StoredRow } from './stored'
import { addMember, changeMember } from './writeMember'
import { changeOrganisation } from './writeOrganisation'

/** Requests at a time: most of a write is waiting. */
const WIDTH = 10

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
    return (await insertOnce('organisations', node)) === 'inserted' || isResumed ? 'added' : 'same'
  }
  const judged = judgeOrganisation(content.entry, scope.places, context.today)
  if (judged.verdict === 'same') return row.verdict === 'change' ? 'changed' : 'same'
  const stored = scope.register.get(judged.before?._id ?? '')
  if (judged.verdict !== 'change' || row.verdict !== 'change' || !stored || !judged.next) return 'left'
  return (await changeOrganisation(stored, judged.next, context.today)) ? 'changed' : 'left'
}

/** What was shown and agreed to is done, if it still is what would happen; anything else is left, and says why. */
async function applyMember(
  row: StoredRow,
  judge: Judge,
  { head, scope, context }: Applying,
): Promise<StoredRow> {
  const judged = judge.of(row)
  const { content, verdict } = row
  if (!judged || !('entry' in content)) return { ...row, done: 'left' }
  const { next, before } = judged
  if (judged.verdict === 'same') {
    if (verdict === 'add' && before?._id === content.newId) return { ...row, done: 'added' }
    return { ...row, done: verdict === 'change' ? 'changed' : 'same' }
  }
  if (judged.verdict === verdict && next) {
    if (!before) {
      await addMember(next, content.newId, head.firstOrder + row.order, judge.households)
      return { ...row, done: 'added' }
    }
    if (await changeMember(before, next, judge.households)) {
      const result = judged.changes.map(({ field }) => field).join(' ')
      await writeAudit({
        what: 'import',
        by: nameForRecords(context.caller),
        at: context.now,
        memberId: before._id,
        result,
      })
      return { ...row, done: 'changed' }
    }
  }
  return { ...withVerdict(row, judged, scope), done: 'left' }
}

const isMeant = ({ verdict }: StoredRow) => verdict === 'add' || verdict === 'change' || verdict === 'same'

/** Does what the preview of a page said. Everything is looked up again first: any call may be the second one. */
export async function applyPage(rows: readonly StoredRow[], applying: Applying): Promise<StoredRow[]> {
  const after = [...rows]
  const meant = rows.map((row, i) => ({ row, i })).filter(({ row }) => isMeant(row))
  await inTurns(
    meant.filter(({ row }) => row.content.kind === 'organisation'),
    WIDTH,
    async ({ row, i }) => {
      after[i] = { ...row, done: await applyOrganisation(row, applying) }
    },
  )
  const members = meant.filter(({ row }) => isMemberRow(row))
  const judge = await judgeOf(
    members.map(({ row }) => row),
    applying.scope,
    applying.context,
  )
  await inTurns(members, WIDTH, async ({ row, i }) => {
    after[i] = await applyMember(row, judge, applying)
  })
  return after
}
