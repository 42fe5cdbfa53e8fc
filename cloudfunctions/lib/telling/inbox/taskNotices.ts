import type { ResponseOf } from '@domain/contract/actions'
import { isPastDue, movesFrom } from '@domain/keptLists/entry'
import { textOf } from '@domain/keptLists/lines'
import type { ListTemplate } from '@domain/keptLists/template'
import { isActiveOn } from '@domain/org/membershipOn'
import { addDays, type Day, startOfDay } from '@domain/time/day'
import { formatDated } from '@domain/time/format'
import type { Context } from '../../entry/useCase'
import { listsOf, ownRow } from '../../keptLists/aboutList'
import type { StoredRow } from '../../store/collections/listRows'
import { atMost } from '../../store/conditions'
import { find } from '../../store/find'

type Notice = Extract<ResponseOf<'reminder.inbox'>['items'][number], { type: 'notice' }>
type Due = Pick<StoredRow, '_id' | 'list' | 'organisationId' | 'cells' | 'state'> & { dueOn: Day }

/** The rest follows as these are done. */
const SHOWN = 20

/** 问题整改：活动室没有党旗，9月15日到期。办完请点“办结” */
function noticeOf(
  { _id, list, organisationId, cells, state, dueOn }: Due,
  template: ListTemplate,
  today: Day,
): Notice {
  const title = template.fields.find(({ id }) => id === template.title)
  // Nobody but the reader is named: a title made of names is left out.
  const what = title ? textOf(title, cells, () => '') : ''
  const move = movesFrom(template, state).find(({ by }) => by === undefined)
  return {
    type: 'notice',
    id: `task_${_id}`,
    at: startOfDay(addDays(dueOn, 1)),
    title: '请您办的一件事到期了',
    text: `${[template.short, what].filter((part) => part !== '').join('：')}，${formatDated(dueOn, today)}到期。${move ? `办完请点“${move.label}”` : ''}`,
    target: 'listRow',
    row: { list, organisationId, entryId: _id },
  }
}

/**
 * Rows of kept lists (DUTIES rows 24, 48, 49) that are this member's to do and past their day, as they stand now: what was closed, taken out or put off is
 * gone, so is what stands in a list that is switched off or of an organisation one belongs to no more. The one that has waited longest first.
 */
export async function taskNotices(context: Context): Promise<Notice[]> {
  const { caller, today, tree } = context
  if (!caller.member) return []
  const where = { memberIds: caller.member._id, dueOn: atMost(addDays(today, -1)), removed: null }
  const fields = ['list', 'organisationId', 'cells', 'state', 'dueOn'] as const
  const rows = await find('listRows', where, { limit: 2000, fields })
  const found = rows.map(async ({ dueOn = '', ...row }): Promise<Notice[]> => {
    const organisation = tree.get(row.organisationId)
    if (!organisation || !isActiveOn(organisation, today)) return []
    const template = (await listsOf(organisation, context)).find(({ id }) => id === row.list)
    if (!template || !isPastDue(template, row, today)) return []
    const isOwn = ownRow({ template, organisation }, row.cells, context).memberId !== undefined
    return isOwn ? [noticeOf({ ...row, dueOn }, template, today)] : []
  })
  return (await Promise.all(found))
    .flat()
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .slice(0, SHOWN)
}
