import type { ListTile } from '@domain/contract/keptLists'
import { done } from '@domain/contract/answer'
import type { ListTemplate } from '@domain/keptLists/template'
import type { Day } from '@domain/time/day'
import { named } from '../entry/targets'
import { useCase } from '../entry/useCase'
import type { StoredRow } from '../store/collections/listRows'
import { find } from '../store/find'
import { MOST_LIST_ROWS } from '../store/readListRows'
import { aboutLists, listAllows } from './aboutList'

function tileOf(
  { id: list, heading, short, icon, states }: ListTemplate,
  rows: readonly Pick<StoredRow, 'dueOn'>[],
  today: Day,
): ListTile {
  const isTask = states?.[0]?.isOver === false
  const overdue = isTask ? rows.filter(({ dueOn }) => dueOn !== undefined && dueOn < today).length : 0
  return { list, heading, short, icon, rows: rows.length, isTask, overdue }
}

/** 台账与清单 of an organisation: the lists the caller may read, each with what stands in it. */
export const listPage = useCase(
  'list.page',
  aboutLists,
  async (_request, context, { organisation, lists }) => {
    const mine = lists.filter(({ reads }) =>
      listAllows('list.rows', { organisation, listSays: reads }, context),
    )
    const current = await find(
      'listRows',
      { organisationId: organisation._id, isCurrent: true, removed: null },
      { limit: MOST_LIST_ROWS, fields: ['list', 'dueOn'] },
    )
    return done({
      organisation: named(organisation),
      tiles: mine.map((template) =>
        tileOf(
          template,
          current.filter(({ list }) => list === template.id),
          context.today,
        ),
      ),
    })
  },
)
