import { rolesOf } from '@domain/access/rolesOf'
import type { ResponseOf } from '@domain/contract/actions'
import { termOf } from '@domain/org/termOf'
import { clockOf, dayOf, startOfDay } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { AWAITED_FROM, awaitedYears } from '../../entry/readWorkdays'
import { branchesRun } from '../../entry/targets'
import type { Context } from '../../entry/useCase'
import type { StoredReminder } from '../../store/collections/reminders'
import { anyOf, atLeast, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { troubleNotices } from '../health/troubleNotices'

type Notice = Extract<ResponseOf<'reminder.inbox'>['items'][number], { type: 'notice' }>

/** 2027年3月22日 */
const dateOf = (day: string): string => `${day.slice(0, 4)}年${formatDay(day)}`

/** Names said of several terms; the rest is counted. */
const NAMED = 3

/** Terms put before the work committee on one day stand there as one: 12 个党组织的任期届满或即将届满：县教育局党支部、…等. */
function gathered(rows: readonly StoredReminder[], context: Context): Notice[] {
  const due = rows.filter(({ branchId, periodKey }) => context.tree.get(branchId)?.termEndsOn === periodKey)
  const days = [...new Set(due.map(({ at }) => dayOf(at)))]
  return days.flatMap((day): Notice[] => {
    const [first, ...more] = due.filter(({ at }) => dayOf(at) === day)
    if (!first) return []
    if (more.length === 0) return termNotice(first, context)
    const names = [first, ...more].map(({ branchId }) => context.tree.get(branchId)?.name ?? '')
    const some = `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? '等' : ''}`
    const text = `${names.length} 个党组织的任期届满或即将届满：${some}。请督促按期研究换届。`
    return [{ type: 'notice', id: `terms_${day}`, at: first.at, title: '换届提醒', text, target: 'work' }]
  })
}

/** 任期届满: of a term that has been prolonged or begun anew meanwhile nothing is said. 县教育局党支部本届支部委员会2027年3月22日届满. */
function termNotice({ _id, at, branchId, periodKey }: StoredReminder, { tree, today }: Context): Notice[] {
  const branch = tree.get(branchId)
  if (branch?.termEndsOn !== periodKey) return []
  const { body } = termOf(branch)
  // 县教育局机关党委 says itself whose term it is.
  const whose = branch.name.endsWith(body) ? '' : body
  const text = `${branch.name}本届${whose}${dateOf(periodKey)}${periodKey < today ? '已届满，请研究换届' : '届满，请按期研究换届'}。`
  return [{ type: 'notice', id: _id, at, title: '换届提醒', text, target: 'work', branchId }]
}

function feedbackNotice({ _id, at, periodKey, overdue }: StoredReminder): Notice {
  const text = `投诉建议 ${periodKey} ${overdue ? '已超过答复期限' : '的答复期限快到了'}，请尽快答复。`
  return { type: 'notice', id: _id, at, title: '投诉建议待答复', text, target: 'work' }
}

/** 工作日和放假: also a row on 工作, where it stays until the year is entered. */
async function workdayNotices(now: number): Promise<Notice[]> {
  const { year } = clockOf(now)
  return (await awaitedYears(now)).map((one) => ({
    type: 'notice',
    id: `workdays_${one}`,
    at: startOfDay(one === year ? `${one}-01-01` : `${year}-${AWAITED_FROM}-01`),
    title: `${one}年放假安排待录入`,
    text: '现在暂按法定节假日计算登记截止日，没有调休。国务院办公厅的通知公布后，请录入。',
    target: 'workdays',
  }))
}

/** Of those who run a branch or unit its own terms; of the work committee every branch's, and what is to be answered. Kept since an instant (ms). */
export async function officeNotices(context: Context, since: number): Promise<Notice[]> {
  const { caller, today } = context
  const counties = rolesOf(caller, today).flatMap(({ role, organisationId }) =>
    role === 'committee' ? organisationId : [],
  )
  const units = rolesOf(caller, today).flatMap(({ role, organisationId }) =>
    role === 'unit_officer' ? organisationId : [],
  )
  const branchIds = [...branchesRun(context), ...units]
  if (counties.length === 0 && branchIds.length === 0) return []
  const at = atLeast(since)
  const where =
    counties.length > 0
      ? anyOf({ kind: 'term', at }, { kind: 'feedback', branchId: oneOf(counties), at })
      : { kind: 'term', branchId: oneOf(branchIds), at }
  const [kept, workdays, troubles] = await Promise.all([
    find('reminders', where, { limit: 5000 }),
    counties.length > 0 ? workdayNotices(context.now) : [],
    counties.length > 0 ? troubleNotices(context) : [],
  ])
  const inOrder = kept.sort((a, b) => b.at - a.at || (a._id < b._id ? -1 : 1))
  const terms = inOrder.filter(({ kind }) => kind === 'term')
  const own = terms.filter(({ branchId }) => branchIds.includes(branchId))
  const told = [
    ...own.flatMap((one) => termNotice(one, context)),
    ...gathered(
      terms.filter((one) => !own.includes(one)),
      context,
    ),
    ...inOrder.filter(({ kind }) => kind !== 'term').map(feedbackNotice),
  ].sort((a, b) => b.at - a.at)
  return [...troubles, ...workdays, ...told]
}
