import type { Member } from '@domain/org/member'
import type { JudgedMember } from '@domain/registry/judgeMember'
import { endSecretary, isSecretaryOf, TAKES_OVER } from '@domain/registry/oneSecretary'
import type { Day } from '@domain/time/day'
import type { StoredRow } from '../../store/collections/imports'
import type { Change } from '../register/writeMember'

export interface JudgedRow {
  row: StoredRow
  judged: JudgedMember
}

/** Whether a row would do now what its preview showed, and was agreed to. */
export const stands = ({ row, judged }: JudgedRow): boolean =>
  judged.verdict === row.verdict &&
  judged.next !== undefined &&
  JSON.stringify(judged.reasons) === JSON.stringify(row.reasons)

const without = (one: JudgedRow, branchId: string, today: Day): JudgedRow => {
  const { next } = one.judged
  if (!next) return one
  return { ...one, judged: { ...one.judged, next: endSecretary(next, branchId, today), replaced: [] } }
}

/** Of several rows of a page that make somebody secretary of one branch the one chosen to follow stands; of several the last. */
function lastOnly(list: readonly JudgedRow[], today: Day): JudgedRow[] {
  const last = new Map<string, JudgedRow>()
  const makes = ({ judged: { branchId = '', next } }: JudgedRow) =>
    next !== undefined && isSecretaryOf(next, branchId, today)
  const isChosen = ({ row }: JudgedRow) => row.chosen.includes(TAKES_OVER)
  const making = list.filter((one) => stands(one) && makes(one))
  for (const one of [...making.filter((one) => !isChosen(one)), ...making.filter(isChosen)])
    last.set(one.judged.branchId ?? '', one)
  return list.map((one) => {
    const { branchId = '' } = one.judged
    return stands(one) && makes(one) && last.get(branchId) !== one ? without(one, branchId, today) : one
  })
}

/**
 * The rows of a page, with one secretary for each branch, and the members whose post as secretary ends because another follows. Of the latter only
 * those without a row of their own on the page: such a row ends the post itself.
 */
export function successions(rows: readonly JudgedRow[], today: Day): { list: JudgedRow[]; ended: Change[] } {
  const list = lastOnly(rows, today)
  const leaving = new Map<string, { before: Member; branchId: string }>()
  for (const one of list.filter(stands))
    for (const before of one.judged.replaced ?? [])
      leaving.set(before._id, { before, branchId: one.judged.branchId ?? '' })
  const isChanging = ({ row, judged: { before } }: JudgedRow, memberId: string) =>
    row.verdict === 'change' && before?._id === memberId
  const ended = [...leaving.values()].filter(
    ({ before }) => !list.some((one) => stands(one) && isChanging(one, before._id)),
  )
  return {
    list: list.map((one) => {
      const gone = leaving.get(one.judged.before?._id ?? '')
      return gone && stands(one) ? without(one, gone.branchId, today) : one
    }),
    ended: ended.map(({ before, branchId }) => ({ before, after: endSecretary(before, branchId, today) })),
  }
}
