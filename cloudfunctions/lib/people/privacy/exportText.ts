import { roleLabels } from '@domain/access/roleLabels'
import { stateOf } from '@domain/keptLists/entry'
import { textOf } from '@domain/keptLists/lines'
import { templates } from '@domain/keptLists/templates/templates'
import type { Tree } from '@domain/org/tree'
import { stillMissing } from '@domain/progress/gapWords'
import { dayOf } from '@domain/time/day'
import { formatClock } from '@domain/time/format'
import type { Context } from '../../entry/useCase'
import { factLabels, ownWayLabels, reasonLabels } from './factLabels'
import type { Mine } from './readMine'
import { householdLabel, registerLines } from './registerLines'

type FoundFact = Mine['facts'][number]

/** Cells of a line, the empty ones left out. */
const row = (...cells: (string | undefined)[]): string => cells.filter(Boolean).join('　')

const timeOf = (at: number): string => `${dayOf(at)} ${formatClock(at)}`

/** What became of a fact, and what somebody wrote of it. */
function endOf({ annulled, confirmed, reason, detail }: FoundFact): string {
  const parts = [
    annulled ? `已撤销${annulled.reason && `（${annulled.reason}）`}` : confirmed === null ? '待确认' : '',
    reason === undefined ? '' : `说明：${reasonLabels[reason] ?? reason}`,
    detail?.title ?? '',
  ]
  return parts.filter((part) => part !== '').join('，')
}

function factLine(fact: FoundFact, mine: Mine, tree: Tree): string {
  const { activityId, householdId } = fact
  const activity = activityId === undefined ? undefined : mine.activities.get(activityId)
  const visited = householdId === undefined ? '' : householdLabel(householdId, mine, tree)
  const about = activity ? `${activity.title}，${activity.place}` : visited
  const when = fact.kind === 'talk' ? fact.occurredOn : timeOf(fact.occurredAt)
  const parts = [when, factLabels[fact.kind], about, ownWayLabels[fact.way], endOf(fact)]
  return parts.filter((part) => part !== '').join('　')
}

const reminderLine = ({ at, kind, periodKey, items }: Mine['messages'][number]): string =>
  [
    timeOf(at),
    kind === 'waiting' ? '有事等您确认' : periodKey,
    items.map((item) => `${item.label}${stillMissing(item)}`).join('、'),
  ]
    .filter((part) => part !== '')
    .join('　')

function bindingLines({ caller, tree }: Context, { credits }: Mine): string[] {
  const { identity, consent, grants = [] } = caller
  const left = Object.values(credits ?? {}).reduce<number>(
    (sum, one) => sum + (typeof one === 'number' ? one : 0),
    0,
  )
  return [
    identity?.boundAt === undefined ? '微信未绑定' : `微信绑定时间：${timeOf(identity.boundAt)}`,
    ...(identity?.name === undefined ? [] : [`称呼：${identity.name}`]),
    consent ? `同意隐私说明：${timeOf(consent.at)}，第 ${consent.version} 版` : '未同意隐私说明',
    ...grants
      .filter(({ from, to }) => to === undefined || from <= to)
      .map(
        ({ role, organisationId, from, to }) =>
          `权限：${tree.get(organisationId)?.name ?? ''} ${roleLabels[role]}（${from} 至 ${to ?? '今'}）`,
      ),
    `还可接收的微信提醒：${left} 条${credits?.byLeader ? '（已选择不用微信提醒）' : ''}`,
  ]
}

const newestFirst = <T extends { at: number }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => b.at - a.at)

const section = (title: string, lines: readonly string[]): string =>
  [`【${title}】共 ${lines.length} 条`, ...(lines.length === 0 ? ['（没有）'] : lines)].join('\n')

const stateLabels = { open: '待处理', done: '已更正', agreed: '已同意', declined: '未同意' } as const

const attemptLabels: Record<Mine['attempts'][number]['kind'], string> = {
  code: '扫码',
  bind: '绑定',
  named: '绑定',
  plain: '绑定',
  invitation: '打开邀请',
  text: '文字未通过',
  export: '导出',
  paper: '导出文书',
  picture: '显示小程序码',
  part: '整理手册或文件包',
  feedback: '投诉建议',
  deed: '认领实事',
  need: '写下需求',
  plan: '安排活动',
  service: '发布志愿服务',
  proposal: '向社区提服务',
  resident: '按姓名查找',
  report: '社区报到',
  list: '导入名单',
  list_row: '台账添一件',
  list_file: '从文件写入台账',
  member: '名册添一人',
  organisation: '组织变更',
  import: '发来文件',
  invite: '邀请',
  exemption: '登记免除',
  grant: '给予职责',
  rule: '改动规则',
}

const whatLabels: Partial<Record<Mine['audit'][number]['what'], string>> = {
  strike: '撤销登记',
  restore: '恢复登记',
  decide: '绑定审批',
  witness: '补登确认',
  settle: '缺席人员及原因',
  backfill: '补登',
  confirm: '确认',
  dues: '党费等登记',
  talk: '谈心谈话登记',
  make_up: '补学',
  list: '台账与清单',
  deletion: '删除申请',
}

/** What one asked for and what became of it. */
const askedLines = ({ corrections, deletions }: Mine): string[] => [
  ...corrections.map(({ at, text, state }) => row(timeOf(at), `更正：${text}（${stateLabels[state]}）`)),
  ...deletions.map(({ at, state }) => row(timeOf(at), `删除（${stateLabels[state]}）`)),
]

const feedbackLine = ({ _id, at, text, answer }: Mine['feedback'][number]): string =>
  row(timeOf(at), _id, text, answer === undefined ? undefined : `答复：${answer}`)

/** What stands of one in a kept list, in the words of its template; of whoever else it names nothing. */
function listLine({ on, list, cells, state }: Mine['lists'][number]): string {
  const template = templates.find(({ id }) => id === list)
  const fields = template?.fields.filter(({ is }) => is !== 'person') ?? []
  return row(
    on,
    template?.name,
    ...fields.map((field) => textOf(field, cells, () => '')),
    template && stateOf(template, { state })?.label,
  )
}

const auditLine = ({ at, what, result }: Mine['audit'][number]): string =>
  row(timeOf(at), whatLabels[what] ?? '其他', result)

/** All that is kept of one person as one text a person can read. */
export function exportText(context: Context, mine: Mine): string {
  const { caller, now, tree } = context
  const { member } = caller
  const facts = [...mine.facts].sort((a, b) => b.occurredAt - a.occurredAt)
  const viewers = mine.viewers.map(({ at, name, role, what }) => row(timeOf(at), name, role, what))
  const attempts = newestFirst(mine.attempts).map(({ at, kind }) => row(timeOf(at), attemptLabels[kind]))
  const factLines = facts.map((fact) => factLine(fact, mine, tree))
  return [
    `我的数据（导出于 ${timeOf(now)}）`,
    section('名册信息', member ? registerLines(member, mine, tree) : []),
    section('绑定与权限', bindingLines(context, mine)),
    section('登记记录', factLines),
    section('台账与清单', mine.lists.map(listLine)),
    section('提醒', newestFirst(mine.messages).map(reminderLine)),
    section('谁看过我的记录', viewers),
    section('更正和删除申请', askedLines(mine)),
    section('投诉建议', newestFirst(mine.feedback).map(feedbackLine)),
    section('涉及我的操作留痕', newestFirst(mine.audit).map(auditLine)),
    section('扫码、绑定和导出的次数', attempts),
  ].join('\n\n')
}
