import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { says, shown, tap, type World, openWorld } from './world'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

const stored = (id: string) => world.emulator.database.count('duties', { id })

/** One page at a time: two steps back at once leave the router between them. */
async function goBack(page: Page, to: string): Promise<void> {
  await page.goBack()
  await says(page, to, /规定/)
}

async function openRules(options?: { elder?: boolean }): Promise<Page> {
  const { page } = await world.phone('demo-committee', options)
  await tap(page, '#tab-work')
  await tap(page, '#open-rules')
  await says(page, '#rules', /集中学习/)
  return page
}

async function openRule(dutyId: string, options?: { elder?: boolean }): Promise<Page> {
  const page = await openRules(options)
  await tap(page, `#rule-${dutyId}`)
  await says(page, '#rule-head', /现行/)
  return page
}

test('the list says whose each rule is, its number and its basis', async () => {
  const page = await openRules()
  await says(page, '#rules-member', /党员.*集中学习.*1 次\/月.*文号待补.*上级未定次数.*帮扶走访.*2 次\/月/)
  // The 中心组 learns quarterly by its own rules; nothing else is asked for more often than above.
  await says(page, '#rules-unit', /中心组学习.*1 次\/月.*高于上级规定.*听取党建汇报.*定期/)
  for (const group of ['member', 'branch', 'group', 'committee'])
    assert.doesNotMatch(await says(page, `#rules-${group}`, /次\/|定期/), /高于上级规定/)
  await page.context().close()
})

test('a sentence without its number’s place and a rule for no branch are not looked at, and nothing is lost', async () => {
  const page = await openRule('household_visit')
  const before = stored('household_visit')
  await tap(page, '#type-organ')
  for (const type of ['institution', 'enterprise', 'other']) await tap(page, `#type-${type}`)
  await tap(page, '#look')
  await says(page, '#rule-types', /请至少选一类支部/)
  await tap(page, '#type-organ')
  await shown(page, '#rule-text textarea').fill('机关党员常到联系帮扶户家中走走。')
  await tap(page, '#look')
  await says(page, '#rule', /这句话里还没有【次数】/)
  await tap(page, '#put-slot')
  await says(page, '#shown-text', /显示为：机关党员常到联系帮扶户家中走走，至少 2 次。/)
  await tap(page, '#look')
  await says(page, '#rule-preview', /10月1日起适用.*适用支部 所有类型 改为 机关/)
  await tap(page, '#sheet-close')
  assert.equal(stored('household_visit'), before)
  await page.context().close()
})

test('what is unchanged is not published', async () => {
  const page = await openRule('dues')
  await tap(page, '#look')
  await says(page, '#refused-nothing_changed', /和最新的一版一样，没有保存/)
  await tap(page, '#refusal-read')
  await page.context().close()
})

test('of two who edit, the second is told and keeps what is typed, held against the first one’s', async () => {
  const first = await openRule('community_service')
  const second = await openRule('community_service')
  await shown(second, '#field-number input').fill('县直工发〔2026〕3号')
  await tap(second, '#minimum-more')
  await tap(second, '#minimum-more')
  await tap(second, '#look')
  await says(second, '#rule-preview', /改为 每月至少 3 次/)

  await tap(first, '#minimum-more')
  await tap(first, '#look')
  await says(first, '#rule-preview', /每月至少 1 次 改为 每月至少 2 次/)
  await tap(first, '#publish')
  await says(first, '#rule-community_service', /10月1日起改为每月至少 2 次/)

  await tap(second, '#publish')
  await says(second, '#refused-rule_changed', /另一位同志先保存了一版/)
  await picture(second, 'rule-changed')
  assert.equal(await shown(second, '#field-number input').inputValue(), '县直工发〔2026〕3号')
  await says(second, '#minimum', /3/)
  await says(second, '#rule-coming', /10月1日起改为每月至少 2 次/)
  await tap(second, '#look-again')
  await says(second, '#rule-preview', /每月至少 2 次 改为 每月至少 3 次.*（县直工发〔2026〕3号）/)
  await tap(second, '#publish')
  await says(second, '#rule-community_service', /10月1日起改为每月至少 3 次/)
  assert.equal(stored('community_service'), 3)
  await first.context().close()
  await second.context().close()
})

test('a rule asks for more than the document above it: the preview says so, and the 减负自查表', async () => {
  const page = await openRule('committee_meeting')
  await tap(page, '#minimum-more')
  await tap(page, '#look')
  await says(page, '#preview-more', /上级规定：一般每月 1 次.*层层加码/)
  await says(page, '#preview-bound', /\d+ 个支委会，不变/)
  await picture(page, 'rule-preview')
  await tap(page, '#publish')
  await says(page, '#rule-committee_meeting', /10月1日起改为每月至少 2 次/)
  await goBack(page, '#work')
  await tap(page, '#open-burden')
  await says(page, '#burden-sum', /共 22 条.*高于上级规定 1 条/)
  await says(
    page,
    '#burden-committee_meeting',
    /本县 每月至少 1 次，10月1日起改为每月至少 2 次 上级 一般每月 1 次/,
  )
  await page.context().close()
})

test('from the next month on home asks for the new number; the month before stays', async () => {
  world.emulator.clock.set(Date.parse('2026-10-01T00:00:30+08:00'))
  const { page } = await world.phone('demo-member')
  await says(page, '#duty-community_service', /0 ?\/3/)
  await tap(page, '#duty-community_service')
  await says(page, '#why-sheet', /至少参加 3 次.*依据：.*县直工发〔2026〕3号.*规则第 3 版/)
  await page.context().close()

  const secretary = (await world.phone('demo-secretary')).page
  await tap(secretary, '#tab-work')
  await tap(secretary, '[id^="progress-"]')
  await says(secretary, '#members', /党员/)
  await secretary.goto(`${secretary.url()}&period=2026-09`)
  await secretary.reload()
  await says(secretary, '#members', /党员9月/)
  await tap(secretary, '[id^="cell-"][id$="-community_service"]')
  await says(secretary, '#why-sheet', /9月1日至30日.*至少参加 1 次.*文号待补.*规则第 1 版/)
  await secretary.context().close()

  const committee = await openRule('community_service')
  await says(committee, '#rule-head', /现行：每月至少 3 次.*第 3 版/)
  await says(committee, '#rule-history', /2 版.*每月至少 3 次.*现行.*每月至少 1 次.*至9月30日/)
  await goBack(committee, '#rules')
  await goBack(committee, '#work')
  await tap(committee, '#open-burden')
  await says(committee, '#burden-sum', /高于上级规定 2 条/)
  await says(committee, '#burden-committee_meeting', /高于上级规定/)
  await tap(committee, '#copy-burden')
  await says(committee, '#copy-burden', /已复制/)
  await committee.context().close()
})

test('a rule that is stopped goes with the next period', async () => {
  const page = await openRule('group_meeting')
  await tap(page, '#stop')
  await says(page, '#rule', /停用这条规定/)
  assert.equal(await shown(page, '#minimum').count(), 0)
  await tap(page, '#look')
  await says(page, '#rule-preview', /11月1日起适用.*状态 执行 改为 停止.*改后 0 个/)
  await tap(page, '#publish')
  await says(page, '#rule-group_meeting', /11月1日起停用/)
  await page.context().close()
})

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`the committee’s pages of rules fit ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const page = await openRules({ elder })
    await picture(page, named('rules'))
    await tap(page, '#rule-theme_party_day')
    await says(page, '#rule-carries', /集中学习.*党课.*交流研讨/)
    await picture(page, named('rule'))
    await shown(page, '#rule-carries').scrollIntoViewIfNeeded()
    await picture(page, named('rule-switches'))
    await goBack(page, '#rules')
    await tap(page, '#rule-practical_deed')
    await says(page, '#rule-options', /社区和帮扶户各办 1 件/)
    await tap(page, '#option-each_side')
    await tap(page, '#look')
    await says(page, '#rule-preview', /2027年1月1日起适用.*分别计算/)
    await picture(page, named('rule-preview-deed'))
    await tap(page, '#sheet-close')
    await goBack(page, '#rules')
    await goBack(page, '#work')
    await tap(page, '#open-burden')
    await says(page, '#burden-sum', /22 条/)
    await picture(page, named('burden'))
    await shown(page, '#burden-group_meeting').scrollIntoViewIfNeeded()
    await picture(page, named('burden-marks'))
    await page.context().close()
  })
}

test('a rule of the county’s own is added by tapping: what, how often, on what basis, and from which day', async () => {
  const page = await openRules()
  await tap(page, '#rule-add')
  await tap(page, '#field-pattern')
  await tap(page, '#choose-member-attended-theme_party_day')
  await says(page, '#new-rule-from', /1月1日起要求，这以前不要求/)
  await picture(page, 'rules-new')
  await tap(page, '#new-rule-next')
  await says(page, '#shown-text', /显示为：党员每季度参加主题党日至少 1 次。/)
  await tap(page, '#look')
  await says(page, '#new-rule', /请填依据的文件/)
  await shown(page, '#basis-document textarea').fill('某县机关党建工作通知')
  await tap(page, '#look')
  await says(page, '#rule-preview', /1月1日起适用.*这以前的各期没有这条规定，不要求.*每季度至少 1 次/)
  await picture(page, 'rules-new-preview')
  await tap(page, '#publish')
  await says(page, '#rules-member', /参加主题党日/)
  assert.equal(world.emulator.database.count('duties', { label: '参加主题党日' }), 1)
  await page.context().close()
})

test('a rule of the county’s own can be added in large text', async () => {
  const page = await openRules({ elder: true })
  await tap(page, '#rule-add')
  await tap(page, '#field-pattern')
  await tap(page, '#choose-member-visited')
  await picture(page, 'rules-new-elder')
  await page.context().close()
})
