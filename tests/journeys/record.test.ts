import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Activity } from '../../domain/activity/activity'
import { picture } from './pictures'
import { openWorld, says, shown, tap, turnTo, type World } from './world'

/** The record of a 支部党员大会: every field, the votes, 成册, taken back and recorded again. */
let world: World
let secretary: Page

before(async () => {
  world = await openWorld()
  const [branch] = world.emulator.database.find('organisations', { name: '县农业农村局党支部' })
  const where = { hostId: branch?._id, state: 'closed' }
  const [meeting] = world.emulator.database.find('activities', where) as unknown as Activity[]
  assert.ok(meeting)
  world.emulator.database.insertMany('activities', [
    {
      ...meeting,
      _id: 'general',
      kind: 'general_meeting',
      title: '9月支部党员大会',
      carries: [],
      absences: [],
      nonce: 'general-meeting',
    },
    {
      ...meeting,
      _id: 'life',
      kind: 'org_life_meeting',
      title: '组织生活会',
      carries: [],
      nonce: 'life-meeting',
    },
  ])
  secretary = (await world.phone('demo-secretary')).page
})
after(() => world.close())

const toRecord = (page: Page) =>
  page.goto(`${world.emulator.url}/?again=${Math.random()}#/secretary/record/index?id=general`)

async function fill(field: string, input: string, text: string): Promise<void> {
  await tap(secretary, field)
  await shown(secretary, `${input} input, ${input} textarea, input${input}, textarea${input}`)
    .first()
    .fill(text)
  await tap(secretary, '#field-save')
}

test('each field opens, is changed and stands there as changed', async () => {
  await toRecord(secretary)
  await says(secretary, '#record', /可点开改/)
  await picture(secretary, '16-record-open')
  await fill('#record-place', '#edit-place', '二楼会议室')
  await says(secretary, '#record-table', /二楼会议室/)
  await fill('#record-topic', '#edit-topic', '第四季度工作')
  await says(secretary, '#record-table', /第四季度工作/)
  await fill('#record-observers', '#edit-observers', '周立群 局党组书记\n王强')
  await says(secretary, '#record-table', /列席.*周立群，局党组书记.*王强/)
  await tap(secretary, '#record-lecturer')
  await shown(secretary, '#edit-lecturer-name input, input#edit-lecturer-name').first().fill('李教授')
  await picture(secretary, '16-record-lecturer')
  await tap(secretary, '#field-save')
  await says(secretary, '#record-table', /讲课人.*李教授/)
  await tap(secretary, '#record-recorderId')
  await turnTo(secretary, '马梅')
  await says(secretary, '#record-table', /记录 ?马梅/)
})

test('a vote says at once what it comes to, and one whose numbers do not add up cannot be entered', async () => {
  await tap(secretary, '#vote-add')
  await says(secretary, '#vote-says', /请填事项/)
  await shown(secretary, '#vote-matter input, input#vote-matter').first().fill('第四季度安排')
  await shown(secretary, '#vote-against input, input#vote-against').first().fill('3')
  await says(secretary, '#vote-says', /不相等/)
  await picture(secretary, '16-record-vote-wrong')
  await shown(secretary, '#vote-entitled input, input#vote-entitled').first().fill('16')
  await shown(secretary, '#vote-present input, input#vote-present').first().fill('12')
  await shown(secretary, '#vote-inFavour input, input#vote-inFavour').first().fill('9')
  await says(secretary, '#vote-says', /须 9 人赞成，通过/)
  await picture(secretary, '16-record-vote')
  await tap(secretary, '#vote-save')
  await says(
    secretary,
    '#record-votes',
    /第四季度安排.*应到会 16，实到会 12，赞成 9，不赞成 3，弃权 0；须 9 人赞成，通过/,
  )
})

test('a secret vote counts its ballots, and one with more returned than given out is void', async () => {
  const field = (id: string) => shown(secretary, `#vote-${id} input, input#vote-${id}`).first()
  await tap(secretary, '#vote-add')
  await field('matter').fill('补选支部委员：马梅')
  await tap(secretary, '#vote-ballot')
  await turnTo(secretary, '无记名投票')
  await field('entitled').fill('16')
  await field('present').fill('13')
  await field('issued').fill('13')
  await field('returned').fill('13')
  await field('valid').fill('12')
  await field('inFavour').fill('11')
  await field('against').fill('1')
  await says(secretary, '#vote-says', /通过/)
  await field('returned').fill('14')
  await says(secretary, '#vote-says', /收回票多于发出票，本次投票无效/)
  await picture(secretary, '16-record-vote-void')
  await field('returned').fill('12')
  await tap(secretary, '#vote-save')
  await says(secretary, '#record-votes', /补选支部委员：马梅.*赞成 11，不赞成 1/)
  const [stored] = world.emulator.database.find('activities', { _id: 'general' }) as unknown as Activity[]
  assert.deepEqual(stored?.votes?.[1]?.ballots, { issued: 13, returned: 12, valid: 12 })
})

test('a name, materials, 内容 and 学时 are said afterwards, and 学时 taken back', async () => {
  await fill('#record-title', '#edit-title', '9月支部党员大会（换届）')
  await says(secretary, '#record', /9月支部党员大会（换届）/)
  await fill('#record-materials', '#edit-materials', '换届方案')
  await says(secretary, '#record-table', /材料 ?换届方案/)
  await tap(secretary, '#record-tags')
  await tap(secretary, '#tag-oath')
  await tap(secretary, '#content-hours')
  await turnTo(secretary, '2 学时')
  await picture(secretary, '16-record-contents')
  await tap(secretary, '#field-save')
  await says(secretary, '#record-table', /重温入党誓词，2 学时/)
  await tap(secretary, '#record-tags')
  await tap(secretary, '#content-hours')
  await turnTo(secretary, '不填')
  await tap(secretary, '#field-save')
  await says(secretary, '#record-table', /学时 ?重温入党誓词$/)
})

test('of a 组织生活会 the steps that were gone through are ticked', async () => {
  await secretary.goto(`${world.emulator.url}/?again=${Math.random()}#/secretary/record/index?id=life`)
  await says(secretary, '#record-steps', /已开展 ?无/)
  await tap(secretary, '#record-steps')
  await tap(secretary, '#choose-talked')
  await tap(secretary, '#choose-studied')
  await picture(secretary, '16-record-steps')
  await tap(secretary, '#choose-done')
  await says(secretary, '#record-steps', /会前学习 ?谈心谈话/)
  assert.equal(await shown(secretary, '#record-speakers').count(), 0)
  await toRecord(secretary)
  await says(secretary, '#record-table', /换届/)
})

test('内容要点 is folded and not entered unless somebody opens it', async () => {
  await says(secretary, '#fold-contents', /默认不录入/)
  await tap(secretary, '#fold-contents')
  await shown(secretary, '#edit-contents textarea, textarea#edit-contents').first().fill('学习了文件')
  await tap(secretary, '#save-contents')
  await says(secretary, '#fold-contents', /已录入 5 字/)
})

test('all who are open get one reason at once, it is recorded, taken back with a reason, and both are kept', async () => {
  await tap(secretary, '#absent-all')
  await says(secretary, '.sheet', /驻村.*未说明/)
  await picture(secretary, '16-record-all')
  await tap(secretary, '#reason-unstated')
  await tap(secretary, '#reason-confirm')
  await says(secretary, '#record', /待成册/)
  await tap(secretary, '#confirm-record')
  await says(secretary, '.sheet', /可以写明原因收回/)
  await tap(secretary, '#confirm-yes')
  await says(secretary, '#record', /已成册/)
  assert.equal(await shown(secretary, '#record-place').count(), 0)
  await tap(secretary, '#take-back')
  await tap(secretary, '#reason-wording')
  await picture(secretary, '16-record-take-back')
  await tap(secretary, '#reason-confirm')
  await says(secretary, '#recordings', /第 1 次成册.*收回，宋秀国，文字有误/)
  await tap(secretary, '#confirm-record')
  await tap(secretary, '#confirm-yes')
  await says(secretary, '#recordings', /第 2 次成册/)
})

test('the pages of the record fit in large text', async () => {
  const { page } = await world.phone('demo-secretary', { elder: true })
  await toRecord(page)
  await says(page, '#record-votes', /第四季度安排/)
  await picture(page, '16-record-elder')
  await shown(page, '#recordings').evaluate((element) => element.scrollIntoView())
  await picture(page, '16c-record-elder')
  await page.context().close()
})
