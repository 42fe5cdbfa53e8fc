import { at } from '@domain/testing/at'
import { openIdOf } from './people'
import { otherStaff, worldWithPlaces } from './places'
import { aMemberForm, storedMember } from './registers'
import { newNonce, officer, secretary, type World } from './world'

const county = 'openid-county'
const [m4, m5, m8] = ['m4', 'm5', 'm8'].map(openIdOf) as [string, string, string]

let world: World
beforeEach(async () => {
  world = await worldWithPlaces()
})
afterEach(() => world.stop())

/** Notices of one person's 消息: what each says and where it leads. */
const notices = async (who: string) =>
  (await world.get(who, 'reminder.inbox')).items.flatMap((item) =>
    item.type === 'notice' ? [[item.title, item.text, item.target]] : [],
  )

async function asksExemption(agree: boolean): Promise<void> {
  const asking = { category: 'health' as const, from: '2026-09-01' }
  const { exemptionId } = await world.get(m4, 'roster.askExemption', { ...asking, nonce: newNonce() })
  expect(await notices(m4)).toEqual([])
  const answer = { memberId: 'm4', exemptionId, ...asking, agree, nonce: newNonce() }
  await world.get(officer, 'roster.setExemption', answer)
}

async function asksCorrection(agree: boolean): Promise<void> {
  const { id } = await world.get(m4, 'privacy.correct', { field: 'post', text: '不再任', nonce: newNonce() })
  expect(await notices(m4)).toEqual([])
  await world.get(officer, 'roster.settleCorrection', { correctionId: id, agree })
}

describe('what somebody asked for says its answer in 消息, with the page where it stands', () => {
  test.each([
    [true, '说明的情况已同意', '病休，从9月1日起不作硬性要求'],
    [false, '说明的情况没有同意', '病休。有疑问请问党支部'],
  ])('说明情况, %s', async (agree, title, text) => {
    await asksExemption(agree)
    expect(await notices(m4)).toEqual([[title, text, 'exemption']])
    // What the branch enters by itself nobody had asked for.
    const entered = { memberId: 'm5', category: 'health' as const, from: '2026-09-01', agree: true }
    await world.get(officer, 'roster.setExemption', { ...entered, nonce: newNonce() })
    expect(await notices(m5)).toEqual([])
  })

  test('an exemption that is ended later is no answer anew', async () => {
    await asksExemption(true)
    const [one] = storedMember(world, 'm4').exemptions
    world.emulator.clock.set(at('2026-10-30 10:00'))
    const end = { ...one, memberId: 'm4', to: '2026-10-30', agree: false, nonce: newNonce() }
    const { memberId, exemptionId, category, from, to, agree, nonce } = end
    const ending = { memberId, exemptionId, category, from, to, agree, nonce }
    expect(await world.get(officer, 'roster.setExemption', ending)).toMatchObject({ state: 'ended' })
    expect(await notices(m4)).toEqual([])
  })

  test.each([
    [true, '申请的更正已改好', '职务'],
    [false, '申请的更正没有改', '职务。有疑问请问党支部'],
  ])('申请更正, %s', async (agree, title, text) => {
    await asksCorrection(agree)
    expect(await notices(m4)).toEqual([[title, text, 'privacy']])
  })

  test('投诉建议 with a name on it, from people outside the register too; without a name nobody is told', async () => {
    const send = async (who: string, anonymous: boolean) => {
      const said = { kind: 'burden' as const, text: '报表太多', anonymous, nonce: newNonce() }
      const { number } = await world.get(who, 'feedback.send', said)
      await world.get(county, 'feedback.answer', { id: number, answer: '已经减了两张' })
      return number
    }
    const number = await send(m4, false)
    await send(m5, true)
    const outside = await send(otherStaff, false)
    expect(await notices(m4)).toEqual([['您的投诉建议有答复了', `编号 ${number}`, 'feedback']])
    expect(await notices(m5)).toEqual([])
    expect(await notices(otherStaff)).toContainEqual(['您的投诉建议有答复了', `编号 ${outside}`, 'feedback'])
  })

  test.each([true, false])('社区报到, accepted: %s', async (accept) => {
    const asked = { communityId: 'community2', kind: 'home' as const, nonce: newNonce() }
    const { reportId } = await world.get(m4, 'community.report', asked)
    expect(await notices(m4)).toEqual([])
    await world.get(otherStaff, 'community.accept', {
      communityId: 'community2',
      reportIds: [reportId],
      accept,
    })
    expect(await notices(m4)).toEqual([
      accept
        ? ['滨河社区党委已接收您的报到', '回执编号 2026-0001', 'reportIn']
        : ['滨河社区党委没有接收您的报到', '可以换一个社区再报到', 'reportIn'],
    ])
  })

  test('it is gone after thirty days', async () => {
    await asksExemption(true)
    expect(await notices(m4)).toHaveLength(1)
    world.emulator.clock.set(at('2026-10-24 10:00'))
    expect(await notices(m4)).toEqual([])
  })
})

describe('组织关系转接', () => {
  const accept = (yes: boolean) =>
    world.get(openIdOf('n1'), 'roster.accept', { memberId: 'm8', branchId: 'branch2', accept: yes })
  beforeEach(() =>
    world.get(secretary, 'roster.transfer', { memberId: 'm8', toBranchId: 'branch2', nonce: newNonce() }),
  )

  test('taken over, the member reads since when', async () => {
    expect(await notices(m8)).toEqual([])
    await accept(true)
    expect(await notices(m8)).toEqual([
      ['组织关系已转到县财政局第一党支部', '从9月22日起，登记和提醒都在这个支部', 'me'],
    ])
  })

  test('declined, the member and who asked for it read so, nobody else; asked for anew it is gone', async () => {
    await accept(false)
    expect(await notices(m8)).toEqual([
      ['县财政局第一党支部没有接收转入', '组织关系还在原来的支部。有疑问请问党支部', 'me'],
    ])
    const told = ['赵同志的转接没有被接收', '县财政局第一党支部没有接收，组织关系还在本支部', 'roster']
    expect(await notices(secretary)).toContainEqual(told)
    expect(await notices(officer)).not.toContainEqual(told)
    await world.get(secretary, 'roster.transfer', {
      memberId: 'm8',
      toBranchId: 'branch2',
      nonce: newNonce(),
    })
    expect(await notices(m8)).toEqual([])
    expect(await notices(secretary)).not.toContainEqual(told)
    await accept(true)
    expect(storedMember(world, 'm8')).not.toHaveProperty('transferDeclined')
  })
})

test('a household and a community handed to somebody are told, once each', async () => {
  const { form, version } = await world.get(secretary, 'roster.member', { memberId: 'm9' })
  const handed = { ...aMemberForm(form), communityId: 'community2', householdIds: ['h1'] }
  const saving = { branchId: 'branch1', memberId: 'm9', form: handed, version, nonce: newNonce() }
  await world.get(secretary, 'roster.save', saving)
  expect((await notices(openIdOf('m9'))).sort()).toEqual([
    ['1 户帮扶户交给您联系', '是哪几户，在入户走访里看', 'visit'],
    ['报到社区登记为滨河社区党委', '不对的话，可以在社区报到里重新报到', 'reportIn'],
  ])
})
