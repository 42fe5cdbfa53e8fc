import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Action } from '@domain/contract/actions'
import { addressOf, type Route, routes } from '../../src/navigation/routes'
import { ask } from './ask'
import { someProposals } from './someProposals'
import { someReports } from './someReports'
import { becomes, shown, type World } from './world'

export type EveryRoute = Exclude<Route, 'gallery'>
export const everyRoute = Object.keys(routes).filter((route): route is EveryRoute => route !== 'gallery')

interface Opened {
  /** Whose page it is. */
  as: string
  params?: Record<string, string>
  /** Other views of the same page. */
  views?: readonly Record<string, string>[]
  /** Where it leads by itself: whoever has not agreed to the privacy text reads that first. */
  leadsTo?: EveryRoute
  /** What can be done here without an answer, where that is all the page is for. */
  without?: string
}

/** What a page is for: what is tapped, in this order, and what the last tap asks the cloud to do. */
interface Act {
  taps: readonly string[]
  does: Action
}

/** Of the pages that are for doing something; the others only show. */
export const acts: Partial<Record<EveryRoute, Act>> = {
  visit: { taps: ['[id^="purpose-"]', '#register-visit'], does: 'household.visit' },
  plan: { taps: ['#publish'], does: 'activity.save' },
  held: { taps: ['#kind-study', '[id^="whole-"]', '#held-submit'], does: 'activity.enterHeld' },
  meeting: { taps: ['#open-registration'], does: 'activity.setState' },
  record: { taps: ['#confirm-record', '#confirm-yes'], does: 'activity.confirmRecord' },
  past: { taps: ['#late-yes'], does: 'activity.confirmLate' },
  dues: { taps: ['#dues-tiles .tile-unregistered:not(:first-child)'], does: 'deed.tick' },
  talks: { taps: ['[id^="talk-with-"]', '#talk-save'], does: 'talk.enter' },
  publishService: { taps: ['#publish-service'], does: 'service.publish' },
  propose: { taps: ['#send-proposal'], does: 'proposal.write' },
  rule: { taps: ['#look'], does: 'duty.preview' },
  rosterMember: { taps: ['#member-save'], does: 'roster.save' },
  elect: { taps: ['#elect-save', '#elect-yes'], does: 'organisation.elect' },
  exemption: { taps: ['#ask', '#kind-health', '#ask-send'], does: 'roster.askExemption' },
  setup: { taps: ['#setup-seen'], does: 'setup.seeRights' },
  facts: { taps: ['#export-report'], does: 'paper.ofSpan' },
  notice: {
    taps: [
      '[id^="item-"]',
      '#notice-branches',
      '#branches-sheet .tree .cell:has(.check-mark)',
      '#branches-done',
      '#notice-make',
    ],
    does: 'paper.notice',
  },
  yearBasis: { taps: ['#basis-word'], does: 'paper.yearBasis' },
}

/** A meeting of yesterday that nobody entered: a 补录 that waits for its second person. */
async function lateMeeting(world: World, branchId: string): Promise<string> {
  const { suggestions, hosts } = await ask(world, 'demo-secretary', 'activity.prepare', { branchId })
  const form = suggestions.find(({ kind }) => kind === 'committee_meeting') ?? suggestions[0]
  assert.ok(form)
  const startsAt = world.emulator.clock.now() - 26 * 3_600_000
  const expectedIds = form.expectedIds ?? hosts.find(({ id }) => id === form.hostId)?.memberIds ?? []
  const past = { ...form, expectedIds, startsAt, endsAt: startsAt + 3_600_000 }
  const nonce = 'every-page-late'
  const { activityId } = await ask(world, 'demo-secretary', 'activity.save', {
    nonce,
    form: past,
    publish: true,
  })
  return activityId
}

/** The closed meeting of the month with a reason for whoever was not there: it can be recorded. */
async function settledMeeting(world: World, branchId: string): Promise<string> {
  const [meeting] = world.emulator.database.find('activities', { hostId: branchId, state: 'closed' })
  assert.ok(meeting)
  const activityId = String(meeting._id)
  const { witness } = await ask(world, 'demo-secretary', 'identity.work', {})
  for (const { factId } of witness) {
    await ask(world, 'demo-secretary', 'checkin.witness', { factId, agree: true })
  }
  const officer = 'demo-organisation-officer'
  const { unsettled } = await ask(world, officer, 'activity.record', { activityId })
  for (const { memberId } of unsettled) {
    await ask(world, officer, 'activity.settle', { activityId, memberId, reason: 'private_matter' })
  }
  return activityId
}

async function idsOf(world: World) {
  const work = async (openid: string) => ask(world, openid, 'identity.work', {})
  const secretary = await work('demo-secretary')
  const branchId = secretary.places.find(({ role }) => role === 'secretary')?.organisation.id ?? ''
  const { database } = world.emulator
  const one = (collection: string, query: object) => {
    const id = database.find(collection, query)[0]?._id
    assert.ok(typeof id === 'string', `${collection} has none of ${JSON.stringify(query)}`)
    return id
  }
  const memberOf = (openid: string) => database.find('identities', { _id: openid })[0]?.memberId
  const unbound = (await ask(world, 'demo-secretary', 'roster.list', { branchId })).rows.find(
    ({ bound }) => !bound,
  )
  assert.ok(unbound)
  const invitation = await ask(world, 'demo-secretary', 'binding.invite', {
    memberId: unbound.memberId,
    nonce: 'every-page-invitation',
  })
  await someReports(world)
  await someProposals(world, branchId)
  return {
    branchId,
    memberId: unbound.memberId,
    token: `I1.${invitation.token}`,
    open: one('activities', { hostId: branchId, state: 'published', title: '9月主题党日' }),
    closed: await settledMeeting(world, branchId),
    door: `H1.${String(database.find('households', { memberIds: memberOf('demo-member') })[0]?.doorCode)}`,
    late: await lateMeeting(world, branchId),
    august: one('activities', { branchId, kind: 'theme_party_day', title: /^8月/ }),
    unitId: one('organisations', { name: '县农业农村局党组' }),
    communityId: one('organisations', { name: '滨河社区党委' }),
    villageId: one('organisations', { name: '青山村' }),
    service: one('activities', { kind: 'community_service', title: '反诈宣传', state: 'published' }),
    countyId: one('organisations', { type: 'work_committee' }),
  }
}

/** Every page of the mini-program as somebody opens it whose page it is: a page that has no row here does not compile. */
export async function everyPage(world: World): Promise<Record<EveryRoute, Opened>> {
  const ids = await idsOf(world)
  const { branchId } = ids
  const organisation = { id: branchId }
  return {
    home: { as: 'demo-member' },
    activities: { as: 'demo-member' },
    work: { as: 'demo-secretary' },
    messages: { as: 'demo-member' },
    me: { as: 'demo-member' },
    welcome: { as: 'demo-newcomer' },
    checkin: { as: 'demo-member' },
    code: { as: 'demo-member', without: '#member-code' },
    visit: {
      as: 'demo-member',
      params: { t: ids.door },
      without: '#register-visit',
    },
    records: { as: 'demo-member' },
    deeds: { as: 'demo-member' },
    contact: { as: 'demo-county-leader' },
    reportIn: { as: 'demo-member' },
    receipt: { as: 'demo-member', params: { kind: 'home' } },
    activity: { as: 'demo-member', params: { id: ids.open } },
    span: {
      as: 'demo-secretary',
      params: { subjectId: branchId },
      views: [{ period: '2026-H1' }],
    },
    plan: { as: 'demo-secretary', params: { branchId } },
    held: { as: 'demo-secretary', params: { branchId } },
    meeting: {
      as: 'demo-secretary',
      params: { id: ids.open },
      views: [
        { id: ids.closed, tab: 'roll' },
        { id: ids.closed, tab: 'backfill' },
      ],
    },
    branch: { as: 'demo-secretary', params: { branchId }, views: [{ period: '2026-08' }] },
    book: { as: 'demo-secretary', params: { branchId }, views: [{ filter: 'lacking' }] },
    making: {
      as: 'demo-secretary',
      params: { branchId, period: '2026', paper: 'handbook' },
      views: [
        { period: '2026-09', paper: 'bundle' },
        { period: '2025', until: '2026', paper: 'patrol' },
      ],
    },
    record: {
      as: 'demo-organisation-officer',
      params: { id: ids.closed },
    },
    past: {
      as: 'demo-organisation-officer',
      params: { id: ids.late },
    },
    dues: {
      as: 'demo-secretary',
      params: { branchId },
    },
    talks: { as: 'demo-secretary', params: { branchId } },
    patrol: { as: 'demo-secretary', params: { branchId } },
    lists: { as: 'demo-secretary', params: { organisationId: branchId } },
    listRow: {
      as: 'demo-secretary',
      params: { organisationId: branchId, list: 'training' },
      views: [{ list: 'admission' }, { list: 'rectification' }],
    },
    listSetting: { as: 'demo-committee' },
    listImport: { as: 'demo-secretary', params: { organisationId: branchId, list: 'rectification' } },
    tell: { as: 'demo-leader', params: { branchId } },
    word: { as: 'demo-secretary', params: { branchId } },
    unit: { as: 'demo-unit-officer', params: { unitId: ids.unitId } },
    publishService: { as: 'demo-community', params: { communityId: ids.communityId } },
    service: { as: 'demo-community', params: { id: ids.service } },
    placeDeeds: { as: 'demo-community', params: { placeId: ids.communityId } },
    needs: { as: 'demo-community', params: { placeId: ids.communityId } },
    proposals: { as: 'demo-community', params: { communityId: ids.communityId } },
    proposed: { as: 'demo-secretary', params: { branchId } },
    propose: { as: 'demo-secretary', params: { branchId } },
    village: { as: 'demo-village', params: { villageId: ids.villageId } },
    cards: { as: 'demo-village', params: { villageId: ids.villageId } },
    reports: { as: 'demo-community', params: { communityId: ids.communityId } },
    residents: { as: 'demo-community', params: { communityId: ids.communityId } },
    letters: { as: 'demo-community', params: { communityId: ids.communityId } },
    pastServices: { as: 'demo-community', params: { communityId: ids.communityId } },
    pastVisits: { as: 'demo-village', params: { villageId: ids.villageId } },
    overview: { as: 'demo-committee', views: [{ period: '2026-08' }] },
    below: { as: 'demo-committee', params: { unitId: ids.unitId } },
    month: { as: 'demo-committee', params: { branchId, month: '2026-08' } },
    waits: { as: 'demo-committee' },
    seenMeeting: { as: 'demo-committee', params: { id: ids.august } },
    rules: { as: 'demo-committee' },
    rule: { as: 'demo-committee', params: { dutyId: 'household_visit' } },
    burden: { as: 'demo-committee' },
    workdays: { as: 'demo-committee' },
    copyOrder: { as: 'demo-committee', views: [{ of: 'facts' }] },
    facts: { as: 'demo-secretary', params: { branchId } },
    notice: { as: 'demo-committee' },
    yearBasis: { as: 'demo-committee' },
    joint: { as: 'demo-committee' },
    health: { as: 'demo-committee' },
    roster: { as: 'demo-secretary', params: { branchId } },
    registered: { as: 'demo-secretary', params: { branchId } },
    rosterMember: {
      as: 'demo-secretary',
      params: { branchId, memberId: ids.memberId },
    },
    organisations: { as: 'demo-committee' },
    organisation: { as: 'demo-committee', params: organisation },
    changeOrganisation: { as: 'demo-committee', params: { ...organisation, what: 'merge' } },
    elect: {
      as: 'demo-secretary',
      params: organisation,
    },
    importing: { as: 'demo-secretary' },
    grants: { as: 'demo-committee', params: { id: ids.countyId } },
    consent: { as: 'demo-stranger' },
    privacy: { as: 'demo-member' },
    exemption: {
      as: 'demo-member',
    },
    feedback: { as: 'demo-member' },
    about: { as: 'demo-member' },
    invitation: { as: 'demo-stranger', params: { t: ids.token } },
    admin: { as: 'demo-stranger', leadsTo: 'consent' },
    answers: { as: 'demo-committee' },
    deletions: { as: 'demo-committee' },
    newRule: { as: 'demo-committee' },
    setup: { as: 'demo-committee' },
    heads: { as: 'demo-committee' },
    // Codes just made stand here and nowhere else: opened by itself it says so.
    papers: { as: 'demo-committee', without: '#no-papers' },
  }
}

/** Its address in the browser; `opened` makes another document of it, as if the app had been closed. */
export const urlOf = ({ emulator }: World, route: EveryRoute, { as, params }: Opened, opened = 0): string =>
  `${emulator.url}/?as=${as}&opened=${opened}#${addressOf(route, params ?? {})}`

/** The app goes ten pages deep and no further. */
const DEEP = 8
/** What a phone has opened since its app was started the last time. */
const opened = new WeakMap<Page, { start: number; routes: Set<EveryRoute> }>()

/**
 * Leads a phone to a page and waits until it stands: in the app as it runs, or in one started anew where it would go too deep or has been on that page
 * before.
 */
export async function openOn(page: Page, world: World, route: EveryRoute, one: Opened): Promise<void> {
  const { start, routes: been } = opened.get(page) ?? { start: 0, routes: new Set() }
  const isAnew = start === 0 || been.size >= DEEP || been.has(route)
  const now = isAnew ? { start: start + 1, routes: new Set([route]) } : { start, routes: been.add(route) }
  opened.set(page, now)
  await page.goto(urlOf(world, route, one, now.start))
  const here = `.taro_page_show[id^="${routes[one.leadsTo ?? route]}?"]`
  const stands = async () => {
    const bodies = await shown(page, `${here} .page-body`).allInnerTexts()
    return (await shown(page, `${here} #skeleton`).count()) === 0 && bodies.join('').trim() !== ''
  }
  await becomes(stands, true).catch(async () =>
    assert.fail(`${route} does not stand; the page says: ${await page.locator('body').innerText()}`),
  )
}
