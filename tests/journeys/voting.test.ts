import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Activity } from '../../domain/activity/activity'
import { picture } from './pictures'
import { openWorld, says, shown, tap, turnTo, type World } from './world'

let world: World

before(async () => {
  world = await openWorld()
  // Today's meeting once more, as a 支部党员大会 that is open.
  const [branch] = world.emulator.database.find('organisations', { name: '县农业农村局党支部' })
  const [today] = world.emulator.database.find('activities', {
    kind: 'theme_party_day',
    title: '9月主题党日',
    branchId: branch?._id,
  }) as unknown as Activity[]
  assert.ok(today)
  world.emulator.database.insertMany('activities', [
    {
      ...today,
      _id: 'general',
      kind: 'general_meeting',
      title: '9月支部党员大会',
      carries: [],
      state: 'open',
    },
  ])
})
after(() => world.close())

for (const elder of [false, true]) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`of those without a vote the card takes who came out of 实到${elder ? ', in large text' : ''}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await page.evaluate(() => {
      window.location.hash = '/secretary/meeting/index?id=general'
    })
    await shown(page, '#meeting').getByText('点名', { exact: true }).click()
    await says(page, '#quorum-counted', /应到是支部当天全部正式党员 \d+ 人，与点名名单无关/)
    if (!elder) {
      assert.equal(await shown(page, '#quorum-withoutVoteHere').count(), 0)
      await tap(page, '#quorum-withoutVote')
      await turnTo(page, '2 人')
      await says(page, '#quorum-withoutVoteHere', /其中到会 ?0 人/)
      await tap(page, '#quorum-withoutVoteHere')
      await turnTo(page, '1 人')
    }
    await says(page, '#quorum-withoutVoteHere', /其中到会 ?1 人/)
    await picture(page, named('04d-quorum'))
    await page.context().close()
  })
}
