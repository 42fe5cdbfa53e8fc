import type { Action, RequestOf, ResponseOf } from '@domain/contract/actions'

/** What says on several pages that something waits for one's word. */
export const todo = ['identity.work', 'reminder.inbox'] as const
export const boards = ['activity.board', 'service.board'] as const
const branchPages = ['progress.branch', 'progress.span', 'paper.factsOfBranch', 'paper.factRecords'] as const
const own = ['progress.home', 'activity.list', 'activity.view', 'progress.records', 'progress.span'] as const
const lists = ['list.page', 'list.rows', 'list.form', 'list.ofMember'] as const
const visits = ['household.pending', 'household.past', ...todo] as const
const deeds = ['deed.pending', 'need.page', ...todo] as const
const register = ['roster.list', 'roster.member', ...todo] as const

/**
 * Which answers an act makes old. Those on pages that are open, also behind this one, are asked again at once, so that going back finds none of
 * what has been answered; all others when they are shown next. What changes something and stands here with nothing is shown on no other page.
 */
export const madeOld: Partial<Record<Action, readonly Action[]>> = {
  'identity.request': ['identity.me'],
  'identity.decide': [...todo, ...boards],
  'activity.save': [
    'identity.work',
    'activity.list',
    'activity.board',
    'activity.book',
    ...branchPages,
    'unit.page',
    'reminder.toTell',
  ],
  'activity.enterHeld': [
    'identity.work',
    'activity.list',
    'activity.book',
    ...branchPages,
    'unit.page',
    'activity.prepare',
  ],
  'activity.leave': [...own, ...todo, 'activity.board', 'activity.record'],
  'activity.setState': [
    ...boards,
    ...todo,
    'activity.lateEntry',
    'activity.list',
    'activity.book',
    ...branchPages,
    'reminder.toTell',
  ],
  'activity.amend': [
    'activity.board',
    'activity.book',
    'activity.record',
    'activity.list',
    'identity.work',
    ...branchPages,
  ],
  'activity.settle': ['activity.board', 'activity.record', 'activity.book', 'activity.lateEntry'],
  'activity.settleMany': ['activity.board', 'activity.record', 'activity.book', 'activity.lateEntry'],
  'activity.takeBack': ['activity.record', 'activity.board', 'activity.book', ...branchPages, ...todo],
  'activity.confirmRecord': ['activity.record', 'activity.board', 'activity.book', ...branchPages, ...todo],
  'activity.confirmLate': ['activity.lateEntry', 'activity.book', ...boards, ...branchPages, ...todo],
  'checkin.register': own,
  'checkin.tick': [...boards, 'activity.record', 'activity.lateEntry', 'identity.work'],
  'checkin.scanMember': [...boards, 'activity.record', 'identity.work'],
  'checkin.strike': [...boards, 'activity.record', 'activity.lateEntry', 'community.past', 'identity.work'],
  'checkin.restore': [...boards, 'activity.record', 'activity.lateEntry', 'community.past', 'identity.work'],
  'checkin.backfill': ['activity.board', 'activity.record'],
  'checkin.witness': [...todo, 'activity.board', 'activity.record', 'activity.book', ...branchPages],
  'checkin.makeUp': ['progress.why', ...own, ...branchPages],
  'service.publish': ['service.prepare', ...todo],
  'service.change': ['service.board', 'service.prepare', ...todo],
  'service.join': own,
  'service.enter': ['service.board', 'identity.work'],
  'service.correct': ['service.missed', ...own],
  'service.confirm': ['service.board', 'community.past', ...todo],
  'community.report': ['community.mine'],
  'community.withdraw': ['community.mine'],
  'community.leave': ['community.mine', 'identity.me', 'deed.list', 'need.offered', ...own],
  'community.accept': ['community.page', 'community.residents', ...todo],
  'import.list': ['community.page'],
  'import.dropLists': ['community.page'],
  'household.visit': own,
  'household.backfill': own,
  'household.confirm': visits,
  'household.deny': visits,
  'household.setCard': ['household.cards'],
  'paper.ofVillage': ['household.cards'],
  'deed.claim': ['deed.list', ...own],
  'deed.move': ['deed.list', 'need.offered', ...own],
  'deed.confirm': [...deeds, 'community.past', 'household.past'],
  'deed.giveBack': deeds,
  'need.take': ['need.offered', 'deed.list', ...own],
  'need.write': ['need.page'],
  'need.withdraw': ['need.page'],
  'proposal.write': ['proposal.ofBranch'],
  'proposal.withdraw': ['proposal.ofBranch'],
  'proposal.accept': ['proposal.ofCommunity', 'service.prepare', 'activity.list', ...todo],
  'proposal.decline': ['proposal.ofCommunity', ...todo],
  'deed.tick': ['deed.ticks', ...branchPages],
  'talk.enter': ['talk.page', ...branchPages, ...own, 'reminder.inbox'],
  'list.save': [...lists, 'reminder.inbox'],
  'list.saveMany': [...lists, 'reminder.inbox'],
  'list.move': [...lists, 'reminder.inbox'],
  'list.remove': [...lists, 'reminder.inbox'],
  'list.saveSetting': ['list.setting', ...lists],
  'duty.save': ['duty.list', 'setup.page'],
  'copyOrder.save': ['copyOrder.read', 'activity.record'],
  'factOrder.save': ['factOrder.read', 'paper.factsOfBranch', 'paper.factsOfMembers', 'paper.factsOfCounty'],
  'joint.save': ['joint.setting', 'activity.prepare'],
  'workdays.save': ['workdays.list', 'setup.page', ...todo],
  'reminder.set': ['reminder.settings'],
  'reminder.accept': ['reminder.settings'],
  'reminder.reconcile': ['reminder.settings'],
  'reminder.excuse': ['reminder.inbox', ...own, 'progress.why'],
  'reminder.say': ['reminder.word'],
  'reminder.told': ['reminder.toTell', 'identity.work'],
  'binding.invite': ['roster.member'],
  'binding.inviteStaff': ['grants.list'],
  'binding.withdraw': ['grants.list'],
  'setup.seeRights': ['setup.page'],
  'setup.invite': ['setup.heads', 'setup.page'],
  'binding.take': ['identity.me'],
  'binding.byPhone': ['identity.me'],
  'binding.decideMany': [...todo, ...boards],
  'binding.unbind': ['identity.me'],
  'binding.release': register,
  'binding.firstAdmin': ['identity.me'],
  'roster.save': register,
  'roster.transfer': register,
  'roster.accept': register,
  'roster.handOver': register,
  'roster.leave': register,
  'roster.settleCorrection': register,
  'roster.askExemption': ['roster.myExemptions'],
  'roster.setExemption': register,
  'organisation.change': ['organisation.tree', 'organisation.one', 'setup.page'],
  'organisation.cancelChange': ['organisation.tree', 'organisation.one'],
  'organisation.elect': ['organisation.one', ...todo],
  'organisation.leader': ['organisation.one'],
  'import.begin': [],
  'import.beginList': [],
  'import.beginRows': [],
  'import.rows': [],
  'import.read': [],
  'import.proceed': [],
  'import.choose': ['import.preview'],
  'import.apply': ['roster.list', 'identity.work', 'setup.page'],
  'import.export': [],
  'grants.give': ['grants.list'],
  'grants.revoke': ['grants.list'],
  'privacy.consent': [],
  'privacy.export': [],
  'privacy.exportPart': [],
  'privacy.correct': ['privacy.centre'],
  'privacy.askDeletion': ['privacy.centre'],
  'privacy.decideDeletion': ['privacy.deletions', ...todo],
  'feedback.send': ['feedback.mine'],
  'feedback.answer': ['feedback.list', ...todo],
}

/** Acts by which one says the word that 工作 and 消息 ask for. */
const answers: ReadonlySet<Action> = new Set<Action>([
  'activity.confirmLate',
  'binding.decideMany',
  'checkin.witness',
  'identity.decide',
  'privacy.decideDeletion',
  'roster.accept',
  'roster.setExemption',
  'roster.settleCorrection',
])

type Row = Partial<Record<'activityId' | 'factId' | 'requestId' | 'id', string>>

/** What a row asks about, as an answer to it names it. */
const asksAbout = ({ activityId, factId, requestId, id }: Row) => [activityId, factId, requestId, id]

/** Lists whose rows ask for a word. */
const asking = {
  'identity.work': ['late', 'bindRequests', 'above', 'witness'],
  'reminder.inbox': ['items'],
} as const
export type Asking = keyof typeof asking

/** An answer of 工作 or 消息 without the rows that an act has answered: gone before it is asked again. Of any other act as it is. */
export function withoutAnswered<A extends Action, P extends Asking>(
  shown: ResponseOf<P>,
  page: P,
  action: A,
  request: RequestOf<A>,
): ResponseOf<P> {
  if (!answers.has(action)) return shown
  // 消息 calls what it tells of by what is asked.
  const ids = Object.values(request)
    .flat()
    .filter((value) => typeof value === 'string')
  const named = new Set(ids.flatMap((id) => [id, `late_${id}`, `asked_${id}`]))
  const lists = shown as unknown as Record<string, Row[] | undefined>
  const left = asking[page].map((list) => [
    list,
    lists[list]?.filter((row) => !asksAbout(row).some((id) => id !== undefined && named.has(id))),
  ])
  return { ...shown, ...(Object.fromEntries(left) as object) }
}
