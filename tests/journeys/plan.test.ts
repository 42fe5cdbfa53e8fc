import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { clockOf } from '@domain/time/day'
import { picture } from './pictures'
import { becomes, openWorld, says, shown, tap, turnTo, type, type World } from './world'

let world: World
let secretary: Page

before(async () => {
  world = await openWorld()
  secretary = (await world.phone('demo-secretary')).page
})
after(() => world.close())

const published = () => world.emulator.database.count('activities', { state: 'published' })

test('from the gap to a published meeting of the group that lacks one', async () => {
  await tap(secretary, '#tab-work')
  await tap(secretary, '[id^="progress-"]')
  await says(secretary, '#branch-gaps', /支部待安排 2 项.*第三党小组暂无记录/)
  await tap(secretary, '#plan-group_meeting')
  await says(secretary, '#field-title', /名称/)
  assert.match(await shown(secretary, '#plan-title input').inputValue(), /^第三党小组9月党小组会$/)
  const before = published()
  await tap(secretary, '#publish')
  await says(secretary, '#meeting', /第三党小组9月党小组会/)
  assert.equal(published(), before + 1)
  await secretary.goBack()
  await says(secretary, '#branch-gaps', /支部待安排 1 项/)
})

for (const elder of [false, true])
  test(`a plan at the hour of another meeting of those people says so, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const [other] = world.emulator.database.find('activities', { title: '第三党小组9月党小组会' })
    const { page } = await world.phone('demo-organisation-officer', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="plan-"]')
    await tap(page, '#kind-lecture')
    await says(page, '#plan-date', /9月/)
    assert.equal(await shown(page, '#plan-clash').count(), 0)
    await tap(page, '#plan-date')
    await turnTo(page, `${clockOf(Number(other?.startsAt)).date}日`)
    await says(page, '#plan-clash', /已安排“第三党小组9月党小组会”.*也可以照常发布/)
    await picture(page, elder ? 'plan-clash-elder' : 'plan-clash')
    await page.context().close()
  })

test('a lecture without lecturer and topic is not published, and the field says why', async () => {
  await tap(secretary, '#plan-party_lecture')
  const before = published()
  await tap(secretary, '#publish')
  await says(secretary, '#plan', /讲课人/)
  await says(secretary, '.field-wrong', /请选讲课人/)
  assert.equal(published(), before)
})

test('a lecture is given by the leader whose 联系点 the branch is, and counts for him', async () => {
  const [branch] = world.emulator.database.find('organisations', { name: '县农业农村局党支部' })
  const [leader] = world.emulator.database.find('members', { 'contactPoints.branchId': branch?._id })
  await tap(secretary, '#field-lecturer')
  await turnTo(secretary, String(leader?.name))
  await says(secretary, '#field-lecturer', new RegExp(String(leader?.name)))
  await type(secretary, '#field-topic', '联系点上的一课')
  await tap(secretary, '#publish')
  await says(secretary, '#meeting', /党课/)
  const [lecture] = world.emulator.database.find('activities', { topic: '联系点上的一课' })
  assert.equal(lecture?.lecturerId, leader?._id)
  await secretary.goBack()
  await says(secretary, '#branch-gaps', /支部/)
})

test('a lecturer from elsewhere is written by name; materials, 内容 and 学时 are said with the plan', async () => {
  await secretary.goBack()
  await tap(secretary, '[id^="plan-"]')
  await tap(secretary, '#kind-lecture')
  await tap(secretary, '#field-lecturer')
  await turnTo(secretary, '外请，写姓名')
  await type(secretary, '#field-lecturer-name', '欧阳慕容上官司徒诸葛东方')
  await type(secretary, '#field-lecturer-post', '县委党校高级讲师')
  await type(secretary, '#field-topic', '党的创新理论')
  await tap(secretary, '#plan-materials')
  await shown(secretary, '#edit-materials textarea, textarea#edit-materials')
    .first()
    .fill('《中国共产党章程》\n\n提纲，会上发')
  await tap(secretary, '#plan-contents')
  await tap(secretary, '#tag-oath')
  await tap(secretary, '#content-hours')
  await turnTo(secretary, '1.5 学时')
  await says(secretary, '#plan-contents', /重温入党誓词，1.5 学时/)
  await picture(secretary, 'plan-more')
})

for (const elder of [false, true])
  test(`what was typed is there again after going back, ${elder ? 'in large text' : 'in normal text'}, and can be begun anew`, async () => {
    const page = elder ? (await world.phone('demo-organisation-officer', { elder })).page : secretary
    if (elder) {
      await tap(page, '#tab-work')
      await tap(page, '[id^="plan-"]')
      await type(page, '#field-title', '写到一半的会')
    }
    await page.goBack()
    await says(page, '#work', /安排/)
    await tap(page, '[id^="plan-"]')
    await says(page, '#plan-resumed', /接着上次没存的填/)
    await picture(page, elder ? 'plan-resumed-elder' : 'plan-resumed')
    if (elder) {
      assert.equal(await shown(page, '#plan-title input').inputValue(), '写到一半的会')
      await tap(page, '#plan-anew')
      await says(page, '#field-title', /名称/)
      assert.notEqual(await shown(page, '#plan-title input').inputValue(), '写到一半的会')
      await page.context().close()
      return
    }
    await tap(page, '#publish')
    await says(page, '#meeting', /党课/)
    const [lecture] = world.emulator.database.find('activities', { topic: '党的创新理论' })
    assert.deepEqual(
      [lecture?.lecturerName, lecture?.lecturerPost, lecture?.materials, lecture?.tags, lecture?.hours],
      ['欧阳慕容上官司徒诸葛东方', '县委党校高级讲师', ['《中国共产党章程》', '提纲，会上发'], ['oath'], 1.5],
    )
    await page.goBack()
    await tap(page, '[id^="plan-"]')
    await says(page, '#field-title', /名称/)
    assert.equal(await shown(page, '#plan-resumed').count(), 0)
  })

test('a draft is kept and published later; the members see it', async () => {
  const { page } = await world.phone('demo-organisation-officer')
  await tap(page, '#tab-work')
  await tap(page, '[id^="plan-"]')
  await tap(page, '#kind-study')
  await shown(page, '#plan-title input').fill('9月第二次集中学习')
  await tap(page, '#save-draft')
  await says(page, '#work', /草稿.*9月第二次集中学习/)
  await shown(page, '[id^="meeting-"]').filter({ hasText: '9月第二次集中学习' }).click()
  await tap(page, '#edit-plan')
  await tap(page, '#publish')
  await says(page, '#meeting', /9月第二次集中学习/)
  await page.context().close()
  const member = (await world.phone('demo-member')).page
  await tap(member, '#tab-activities')
  await says(member, '#activities', /9月第二次集中学习/)
  await member.context().close()
})

for (const elder of [false, true])
  test(`the coming months are proposed as drafts by tapping, and nobody is told, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone(elder ? 'demo-organisation-officer' : 'demo-secretary', { elder })
    const drafts = () => world.emulator.database.count('activities', { state: 'draft' })
    const before = drafts()
    await tap(page, '#tab-work')
    await tap(page, '[id^="plan-"]')
    await tap(page, elder ? '#kind-study' : '#kind-theme_party_day')
    await tap(page, '#plan-repeat')
    await says(page, '#repeat-save', /存 [456] 份草稿/)
    await says(page, '#repeat-months', /10月|11月/)
    await picture(page, elder ? 'plan-repeat-elder' : 'plan-repeat')
    const announced = published()
    await tap(page, '#repeat-months [id^="check-"]')
    await says(page, '#repeat-save', /存 [345] 份草稿/)
    await tap(page, '#repeat-save')
    await says(page, '#plan', /以后每月/)
    await becomes(() => drafts() - before >= 3, true)
    assert.equal(published(), announced)
    await page.goBack()
    await tap(page, '#tab-work')
    const [draft] = world.emulator.database
      .find('activities', { state: 'draft', kind: elder ? 'study' : 'theme_party_day' })
      .sort((a, b) => Number(a.startsAt) - Number(b.startsAt))
    await tap(page, `[id*="${String(draft?._id)}"]`)
    await says(page, '#meeting-summary', /还是草稿/)
    await tap(page, '#cancel-activity')
    await tap(page, '#change-confirm')
    await becomes(
      () => world.emulator.database.count('activities', { _id: draft?._id, state: 'cancelled' }),
      1,
    )
    await page.context().close()
  })
