import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { runnersOf } from '@domain/access/secondPerson'
import type { Action, RequestOf } from '@domain/contract/actions'
import { contractVersion } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { dayOf } from '@domain/time/day'
import { demoRegister } from '../../scripts/seed/demoMonth'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { becomes, openWorld, says, shown, tap, type World } from './world'

let world: World
const secretaryId = demoRegister('demo-secretary')

async function ask<A extends Action>(openid: string, action: A, data: RequestOf<A>): Promise<void> {
  const { result } = await world.emulator.invoke('api', { action, contractVersion, data }, { openid })
  assert.ok((result as { ok: boolean }).ok, JSON.stringify(result))
}

/** Everybody else who runs the secretary's branch is without a WeChat from now on: nobody there can answer for the secretary. */
async function leaveAlone(): Promise<void> {
  const members = world.emulator.database.find('members') as unknown as Member[]
  const branchId = members.find(({ _id }) => _id === secretaryId)?.memberships.at(-1)?.branchId ?? ''
  const bound = new Set(world.emulator.database.find('identities').map(({ memberId }) => memberId))
  const others = runnersOf(members, branchId, dayOf(demoMoment)).filter(
    ({ _id }) => _id !== secretaryId && bound.has(_id),
  )
  assert.ok(others.length > 0)
  for (const { _id } of others) await ask('demo-secretary', 'binding.release', { memberId: _id })
}

before(async () => {
  world = await openWorld()
  await leaveAlone()
})
after(() => world.close())

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`who alone runs a branch asks, the committee answers from 工作, and the asker reads it, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="roster-"]')
    await tap(page, `#member-${secretaryId}`)
    await tap(page, '#exemption-own')
    await tap(page, elder ? '#ask-mobile' : '#ask-health')
    await tap(page, '#ask-send')
    await says(page, '#answered-by', /由县直机关工委答复/)
    await picture(page, named('above-asked'))

    const committee = (await world.phone('demo-committee', { elder })).page
    await tap(committee, '#tab-work')
    await says(committee, '#above', /请工委答复 ?1 件.*宋秀国.*说明情况/)
    await picture(committee, named('above-work'))
    await tap(committee, '[id^="above-"]')
    await tap(committee, '[id^="asked-"]')
    await picture(committee, named('above-answer'))
    await tap(committee, '#exemption-yes')
    await committee.waitForFunction(() => document.querySelector('[id^="asked-"]') === null)
    // Answered, the row is gone from 工作 and the asker reads it.
    await committee.goBack()
    await says(committee, '#county', /县直机关工委/)
    await becomes(() => shown(committee, '#above').count(), 0)

    await page.reload()
    await says(page, '#exemption', elder ? /正在适用.*流动/ : /正在适用.*病/)
    await picture(page, named('above-answered'))
    await committee.context().close()
    await page.context().close()
  })
}

test('who alone runs a branch changes what they owe on the own form: the committee says yes to it, and it is made', async () => {
  for (const elder of [false, true]) {
    const named = (name: string) => (elder ? `${name}-elder` : name)
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="roster-"]')
    await tap(page, `#member-${secretaryId}`)
    await says(page, '#own-above', /由县直机关工委同意后生效/)
    await tap(page, '#field-households')
    const choice = shown(page, '.choose-line').nth(elder ? 1 : 0)
    const number = (await choice.innerText()).trim()
    await choice.click()
    await tap(page, '#choose-done')
    await shown(page, '#own-above').scrollIntoViewIfNeeded()
    await picture(page, named('above-own-form'))
    await shown(page, '#member-save').dblclick()
    await says(page, '.taro-modal__content', /同意后才改；其余的已经保存/)
    await picture(page, named('above-own-asked'))
    await page.locator('.taro-modal__foot').getByText('知道了').click()
    const corrections = () =>
      world.emulator.database.count('corrections', { memberId: secretaryId, state: 'open' })
    assert.equal(corrections(), 1)

    const committee = (await world.phone('demo-committee', { elder })).page
    await tap(committee, '#tab-work')
    await says(committee, '#above', /宋秀国.*申请更正/)
    await tap(committee, '[id^="above-"]')
    await tap(committee, '[id^="correction-c"], [id^="correction-"]')
    await says(committee, '#correction-text', /帮扶户：增加\S+ \d+ 号/)
    await picture(committee, named('above-own-answer'))
    await tap(committee, '#correction-yes')
    await becomes(() => corrections(), 0)
    await committee.goBack()
    await becomes(() => shown(committee, '#above').count(), 0)
    await committee.context().close()

    await page.context().close()
    const again = (await world.phone('demo-secretary', { elder })).page
    await tap(again, '#tab-work')
    await tap(again, '[id^="roster-"]')
    await tap(again, `#member-${secretaryId}`)
    await says(again, '#field-households', new RegExp(number.split(/\s+/)[0] ?? ''))
    await again.context().close()
  }
})
