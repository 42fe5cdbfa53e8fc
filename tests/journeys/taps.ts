import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { ResponseOf } from '../../domain/contract/actions'
import { ask } from './ask'
import { says, shown, tap, turnTo, type, type World } from './world'

/** A thumb on a phone: what it taps is counted, what is typed is not. */
export class Thumb {
  private counted = 0

  constructor(readonly page: Page) {}

  get taps(): number {
    return this.counted
  }

  /** `at`: which of those that are shown, from 0 on; from the last back: -1, -2. */
  async tap(selector: string, at = 0): Promise<void> {
    this.counted += 1
    if (at === 0) await tap(this.page, selector)
    else await shown(this.page, selector).nth(at).click()
  }

  /** Opens a wheel and chooses a row of it: two. */
  async turn(field: string, row: string): Promise<void> {
    await this.tap(field)
    this.counted += 1
    await turnTo(this.page, row)
  }
}

type Look = (name: string) => Promise<void>
const unseen: Look = () => Promise.resolve()

/** 党员大会, from the home page until it is announced. */
async function publishMeeting(thumb: Thumb): Promise<void> {
  await thumb.tap('#tab-work')
  await thumb.tap('[id^="plan-"]')
  await thumb.tap('#kind-general_meeting')
  await thumb.tap('#publish')
  await says(thumb.page, '#meeting', /党员大会/)
}

/** 党课 by who chairs it, from the home page until it is announced; its topic is typed. */
async function publishLecture(thumb: Thumb): Promise<void> {
  await thumb.tap('#tab-work')
  await thumb.tap('[id^="plan-"]')
  await thumb.tap('#kind-lecture')
  await thumb.tap('#lecturer-chair')
  await type(thumb.page, '#field-topic', '在乡村振兴一线守初心')
  await thumb.tap('#publish')
  await says(thumb.page, '#meeting', /党课/)
}

/** Last Friday's study, held on paper: all but one of the branch were there. Gives how many the branch is. */
export async function enterPaperMeeting(thumb: Thumb, look: Look = unseen): Promise<number> {
  const { page } = thumb
  await thumb.tap('#tab-work')
  await thumb.tap('[id^="held-"]')
  await says(page, '#held', /到会的人/)
  await look('18-held')
  await thumb.tap('#kind-study')
  await thumb.turn('#plan-date', '18日')
  await says(page, '#plan-date', /9月18日 周五/)
  const groups = await shown(page, '[id^="whole-"]').count()
  for (let i = 0; i < groups; i += 1) await thumb.tap('[id^="whole-"]', i)
  const people = await shown(page, '[id^="held-m"]').count()
  await thumb.tap('[id^="held-m"]', 3)
  await says(page, '#held-why', /没到，原因是/)
  await thumb.tap('#why-in_village')
  await says(page, '#held-summary', new RegExp(`到 ${people - 1}，没到 1`))
  await look('18-held-roll')
  await thumb.tap('#held-submit')
  await says(page, '#held-saved', /已保存，等.*确认.*先不计入/)
  return people
}

/** The minutes of what was held last, as Word, from the home page until they are handed on. */
async function passMinutesOn(thumb: Thumb): Promise<void> {
  const { page } = thumb
  await thumb.tap('#home-unwritten')
  await thumb.tap('#export-minutes')
  await says(page, '#paper-name', /会议记录.*\.docx$/)
  const passed = page.waitForEvent('download')
  await thumb.tap('#paper-share, #paper-disk')
  await passed
}

/** A study of the whole branch at which nobody was registered, closed. */
async function closedStudy(world: World): Promise<string> {
  const by = 'demo-secretary'
  const [branch] = world.emulator.database.find('organisations', { name: '县农业农村局党支部' })
  const branchId = String(branch?._id)
  const { suggestions, hosts }: ResponseOf<'activity.prepare'> = await ask(world, by, 'activity.prepare', {
    branchId,
  })
  const kind = suggestions.find((each) => each.kind === 'study')
  const startsAt = world.emulator.clock.now()
  const expectedIds = hosts.find(({ id }) => id === branchId)?.memberIds
  assert.ok(kind && expectedIds)
  const times = { startsAt, endsAt: startsAt + 60_000 }
  const form = { ...kind, ...times, expectedIds, title: '没有人登记的学习', carries: [] }
  const saved = { nonce: 'taps-closed-study', form, publish: true }
  const { activityId }: ResponseOf<'activity.save'> = await ask(world, by, 'activity.save', saved)
  await ask(world, by, 'activity.setState', { activityId, to: 'open' })
  world.emulator.clock.advance(120_000)
  await ask(world, by, 'activity.setState', { activityId, to: 'closed' })
  return activityId
}

/** Of 26 people of whom nobody has said anything, from the home page until all are settled: one with a reason of their own, the others with one. */
async function settleAll(thumb: Thumb, world: World): Promise<void> {
  const { page } = thumb
  const activityId = await closedStudy(world)
  await thumb.tap('#tab-work')
  await thumb.tap(`#todo #meeting-${activityId}`)
  await says(page, '#record', /还有 26 人未定/)
  await thumb.tap('#unsettled [id^="absent-m"]', 3)
  await thumb.tap('#reason-in_village')
  await thumb.tap('#reason-confirm')
  await says(page, '#record', /还有 25 人未定/)
  await thumb.tap('#absent-all')
  await thumb.tap('#reason-unstated')
  await thumb.tap('#reason-confirm')
  await says(page, '#record', /待成册/)
  assert.equal(await shown(page, '#unsettled').count(), 0)
}

/** The community's service once more as it was, from the home page until it is announced. */
async function publishAsLastMonth(thumb: Thumb): Promise<void> {
  await thumb.tap('#tab-work')
  await thumb.tap('[id^="publish-o"]')
  await says(thumb.page, '#service-gauge', /报到 \d+ 人/)
  await thumb.tap('#publish-service')
  await says(thumb.page, '#service-head', /清洁家园/)
}

/** All who wait after a service, from the home page until they are confirmed: they are ticked beforehand, however many they are. */
async function confirmAll(thumb: Thumb, { emulator }: World): Promise<void> {
  const where = { activityKind: 'community_service', kind: 'attendance', confirmed: null }
  const [waiting] = emulator.database.find('facts', where)
  await thumb.tap('#tab-work')
  await thumb.tap(`#service-${String(waiting?.activityId)}`)
  await thumb.tap('#check-confirm')
  await says(thumb.page, '#nothing-pending', /没有待确认的/)
}

/** A visit to the own household, from the page that the scan at its door opens until it is registered. */
async function registerVisit(thumb: Thumb, { emulator }: World): Promise<void> {
  const { page } = thumb
  const [identity] = emulator.database.find('identities', { _id: 'demo-member' })
  const [household] = emulator.database.find('households', { memberIds: identity?.memberId })
  await page.goto(`${emulator.url}/?as=demo-member&t=H1.${String(household?.doorCode)}`)
  await thumb.tap('#purpose-heart')
  await thumb.tap('#register-visit')
  await says(page, '#visit-result', /\d/)
}

/** What is done every week, by a secretary where nobody else is named, and in how many taps at most (inclusive). */
const weekly: readonly {
  what: string
  as?: string
  most: number
  walk: (thumb: Thumb, world: World) => Promise<unknown>
}[] = [
  { what: 'publish a general meeting', most: 4, walk: publishMeeting },
  { what: 'publish a lecture, besides typing its topic', most: 5, walk: publishLecture },
  { what: 'enter a paper meeting of 26 people', most: 12, walk: (thumb) => enterPaperMeeting(thumb) },
  { what: 'hand the minutes on as Word, from the home page', most: 3, walk: passMinutesOn },
  { what: 'settle 26 people', most: 10, walk: settleAll },
  { what: 'publish a service as last month', as: 'demo-community', most: 3, walk: publishAsLastMonth },
  { what: 'confirm all who came', as: 'demo-community', most: 3, walk: confirmAll },
  { what: 'register a visit after the scan', as: 'demo-member', most: 3, walk: registerVisit },
]

/** Walks each of them on a phone, and gives how many taps it took. */
export async function* countTaps(
  world: World,
  elder = false,
): AsyncGenerator<{ what: string; most: number; taps: number }> {
  for (const { what, as = 'demo-secretary', most, walk } of weekly) {
    const { page } = await world.phone(as, { elder })
    const thumb = new Thumb(page)
    await walk(thumb, world)
    await page.context().close()
    yield { what, most, taps: thumb.taps }
  }
}
