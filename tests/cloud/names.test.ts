import { type Action, actions } from '@domain/contract/actions'
import { type Actor, actors, twin } from './matrix/actors'
import { hidden, homeOf, isInside, knows, named, startCountsOnlyWorld } from './matrix/countsOnlyWorld'
import { expected, type Sample } from './matrix/expected'
import { samples } from './matrix/samples'
import { askPart, longPaper, textInPart } from './longPaper'
import type { World } from './world'

/** Calls at one time: one that is answered and one that waits; each more is a process of the function that has to get warm by itself. */
const WIDTH = 2
const NAMELESS = '一名党员'

let world: World
beforeAll(async () => {
  world = await startCountsOnlyWorld()
})
afterAll(() => world.stop())

/** Whoever asks to be deleted, or unbinds, is nobody afterwards: the twins do. */
const openIdOf = (action: Action, { openId }: Actor) =>
  action === 'privacy.askDeletion' || action === 'binding.unbind' ? twin(openId) : openId

/** Situations that bring the branch's people before others, made on purpose; all else is the matrix's samples. */
const onPurpose: Partial<Record<Action, (() => object)[]>> = {
  'activity.board': ['meeting', 'draft', 'record', 'study', 'jointly', 'jointly-1'].map(
    (activityId) => () => ({ activityId }),
  ),
  'activity.record': ['meeting', 'draft', 'record', 'study', 'jointly', 'jointly-1'].map(
    (activityId) => () => ({ activityId }),
  ),
  'paper.ofMeeting': [
    { activityId: 'meeting', paper: 'sheet' },
    { activityId: 'record', paper: 'minutes' },
    { activityId: 'jointly', paper: 'sheet' },
    { activityId: 'jointly-1', paper: 'minutes' },
  ].map((request) => () => request),
  'paper.ofBranch': ['ledger', 'participation', 'dues'].map((paper) => () => ({
    branchId: 'branch2',
    periodKey: '2026-Q3',
    paper,
  })),
  'paper.ofSpan': ['branch', 'members', 'membersText', 'report'].map((paper) => () => ({
    branchId: 'branch2',
    periodKey: '2026-07',
    until: '2026-08',
    paper,
  })),
  'paper.part': ['handbook', 'bundle', 'patrol'].map((paper) => () => ({
    ...{ branchId: 'branch2', periodKey: '2026', paper },
  })),
  'activity.prepare': ['branch2', 'branch0', 'unit1'].map((branchId) => () => ({ branchId })),
  'service.board': [() => ({ activityId: 'service' })],
  'paper.ofLetter': ['unit1', 'unit2'].map((unitId) => () => ({
    ...{ communityId: 'community1', unitId, periodKey: '2026-Q3' },
  })),
  'service.residents': [...hidden.values()]
    .slice(0, 1)
    .map((name) => () => ({ communityId: 'community1', name })),
  'community.ofBranch': ['branch2', 'branch0', 'branch1b'].map((branchId) => () => ({ branchId })),
  'roster.list': ['branch2', 'branch0', 'branch1b'].flatMap((branchId) =>
    [false, true].map((left) => () => ({ branchId, left })),
  ),
  'roster.member': ['moving', 'came', 'gone', 'foreigner'].map((memberId) => () => ({ memberId })),
  'organisation.one': ['branch2', 'unit1', 'group1', 'group2'].map((organisationId) => () => ({
    organisationId,
  })),
  'progress.branch': [() => ({ branchId: 'branch2', periodKey: '2026-08' }), () => ({ branchId: 'branch2' })],
  'progress.why': ['came', 'seated'].map((subjectId) => () => ({
    subjectId,
    dutyId: 'dues',
    periodKey: '2026-09',
  })),
  'progress.span': ['came', 'seated'].map((subjectId) => () => ({ subjectId, periodKey: '2026' })),
  'grants.list': [() => ({ organisationId: 'unit2' })],
  'import.export': ['branch2', 'unit1', 'county'].map((organisationId) => () => ({ organisationId })),
  'reminder.toTell': [() => ({ branchId: 'branch2' })],
  'reminder.whoGets': [() => ({ branchId: 'branch2' })],
  'reminder.word': [() => ({ branchId: 'branch2' })],
}

/** Where the world has someone of the branch in the answer to an outsider: it must have been reached, or the test asks in vain. */
const met: Action[] = [
  'activity.board',
  'activity.record',
  'paper.ofMeeting',
  'paper.ofBranch',
  'paper.part',
  'service.board',
  'household.pending',
  'household.past',
  'deed.pending',
  'need.page',
  'identity.work',
  'reminder.inbox',
  'roster.list',
  'roster.member',
  'organisation.one',
  'progress.branch',
  'unit.page',
  'grants.list',
  'privacy.deletions',
  'privacy.centre',
  'privacy.export',
  'feedback.list',
]

/**
 * What the member named in an answer finds under 谁看过我的记录; of all other answers nobody but the reader is told. By
 * hand. (Whom to tell is asked in remind.test, where somebody is to be told.) */
const looks: Partial<Record<Action, string>> = {
  'identity.work': 'requests',
  'reminder.inbox': 'requests',
  'activity.prepare': 'plan',
  'activity.board': 'meeting',
  'activity.lateEntry': 'meeting',
  'activity.record': 'meeting',
  'committee.meeting': 'meeting',
  'progress.branch': 'branch_page',
  'progress.why': 'member_number',
  'progress.span': 'member_number',
  'service.board': 'service',
  'service.residents': 'residents',
  'community.page': 'residents',
  'community.residents': 'residents',
  'community.ofBranch': 'roster',
  'paper.ofCommunity': 'export',
  'paper.ofLetter': 'export',
  'household.pending': 'visit',
  'household.past': 'visit',
  'deed.pending': 'deed',
  'need.page': 'deed',
  'deed.ticks': 'dues',
  'talk.page': 'talks',
  'unit.page': 'unit_page',
  'binding.invite': 'member_page',
  'roster.list': 'roster',
  'roster.member': 'member_page',
  'organisation.one': 'organisation',
  'privacy.deletions': 'deletion',
  'paper.ofMeeting': 'export',
  'paper.ofBranch': 'export',
  'paper.ofSpan': 'export',
  'paper.part': 'export',
  'paper.factMembers': 'branch_page',
  'import.export': 'export',
  'list.rows': 'list',
  'list.form': 'list',
  'paper.ofList': 'export',
}
/** Fields that name who acts: chairs, lectures, is asked to confirm, struck out, set, looked, holds a right or a post, runs a branch, signs. No look. */
const acting = new Set(
  'chair chairName lecturer recorder witnesses waitsFor struck by setBy viewers grants committee leader head from answeredBy contact'.split(
    ' ',
  ),
)
/** Who kept the records of the world: their papers say so without telling of them. In a file no field sets them apart. */
const keptRecords = (action: Action) => (action.startsWith('paper.') ? ['recorder'] : [])
/** One's own data name those who looked, line by line. */
const ofOneself: Action[] = ['privacy.export', 'privacy.exportPart']

const reached = new Set<Action>()
const noted = new Set<Action>()

/** A file in an answer, opened. */
const opened = (key: string, value: unknown) =>
  key === 'content' && typeof value === 'string' ? textInPart(value) : value

/** Members named in an answer as whom it tells about. */
function toldAbout(action: Action, answer: object): typeof named {
  if (ofOneself.includes(action)) return []
  const text = JSON.stringify(answer, (key, value: unknown) =>
    acting.has(key) ? undefined : opened(key, value),
  )
  const kept = keptRecords(action)
  return named.filter(({ _id, name }) => !kept.includes(_id) && text.includes(name))
}

/** Who speaks in an action, as the register knows them. */
const selfOf = (action: Action, { openId, memberId }: Actor): string | undefined =>
  memberId !== undefined && openIdOf(action, { openId } as Actor) !== openId ? twin(memberId) : memberId

/** Whom of those named no row of the day tells that this reader looked. */
function unnoted(action: Action, actor: Actor, answer: object): string[] {
  const self = selfOf(action, actor)
  return toldAbout(action, answer)
    .filter(({ _id }) => _id !== self && !(actor.state === 'unbound' && _id === 'asking'))
    .flatMap((member) => {
      const { _id } = member
      const branchId = homeOf(member) ?? ''
      const viewer = self ?? `request-${openIdOf(action, actor)}`
      const rowId = `${viewer}_${branchId}_2026-09-22`
      const [row] = world.emulator.database.find('views', { _id: rowId })
      const what = looks[action] ?? 'nothing'
      const { what: whole = [], some = [] } = (row ?? {}) as { what?: string[]; some?: string[] }
      if (!whole.includes(what) && !some.includes(`${what} ${_id}`))
        return `${actor.name} looks at ${_id} unseen`
      noted.add(action)
      return []
    })
}

function leaksOf(action: Action, actor: Actor, text: string): string[] {
  if (isInside(actor)) return []
  const self = selfOf(action, actor)
  return [...hidden].flatMap(([memberId, name]) =>
    text.includes(name) && memberId !== self && !knows(actor, memberId)
      ? `${actor.name} reads ${memberId}`
      : [],
  )
}

async function complaintsOf(action: Action, { request, asking }: Asked): Promise<string[]> {
  const waiting = [...asking]
  const complaints: string[] = []
  const work = async () => {
    for (let actor = waiting.pop(); actor; actor = waiting.pop()) {
      const answer = await world.call(openIdOf(action, actor), action, request())
      const text = JSON.stringify(answer, opened)
      if (text.includes(NAMELESS)) reached.add(action)
      complaints.push(...leaksOf(action, actor, text), ...unnoted(action, actor, answer))
    }
  }
  await Promise.all(Array.from({ length: WIDTH }, work))
  return complaints.sort()
}

const names = Object.keys(actions) as Action[]

interface Asked {
  request: () => object
  asking: readonly Actor[]
}
/** On purpose by everybody; of the matrix's samples by whom a door opens to: one that stays shut says nothing more (accessMatrix). */
const asked = (action: Action): Asked[] => [
  ...(onPurpose[action] ?? []).map((request) => ({ request, asking: actors })),
  ...[samples[action]].flat().map((sample: Sample) => ({
    request: sample.request,
    asking: actors.filter((actor) => expected(action, actor, sample) === 'yes'),
  })),
]

test.each(names)(
  '%s: no answer names a member of a counts-only branch outside it, and whoever is named elsewhere can read who looked',
  async (action) => {
    for (const one of asked(action)) expect(await complaintsOf(action, one)).toEqual([])
  },
)

test('wherever its members come up outside, they are 一名党员; every kind of look was met', () => {
  expect(met.filter((action) => !reached.has(action))).toEqual([])
  expect((Object.keys(looks) as Action[]).filter((action) => !noted.has(action))).toEqual([])
})

test('a year’s papers of a counts-only branch name nobody to a runner from outside, in any of their parts', async () => {
  const outside = actors.filter((actor) => !isInside(actor))
  const made: string[] = []
  for (const paper of ['handbook', 'bundle', 'patrol'] as const)
    for (const actor of outside) {
      const request = { branchId: 'branch2', periodKey: '2026', paper }
      const { text } = (await longPaper(askPart(world, openIdOf('paper.part', actor)), request)) ?? {}
      if (text === undefined) continue
      made.push(actor.name)
      expect([actor.name, leaksOf('paper.part', actor, text)]).toEqual([actor.name, []])
    }
  expect(made).not.toEqual([])
})
