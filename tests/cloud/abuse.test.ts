import { contractVersion } from '@domain/contract/answer'
import { consentVersion } from '@domain/contract/privacy'
import { openIdOf } from './people'
import { aForm, doubtfulWord, newNonce, openMeeting, riskyWord, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const save = (overrides: object) =>
  world.reason(secretary, 'activity.save', { nonce: newNonce(), form: aForm(overrides), publish: false })
const msgSecCheck = { api: 'security.msgSecCheck', openid: '' }

describe('what a person types', () => {
  test('is refused wherever in the form the word stands, and nothing is written but one count without it', async () => {
    for (const overrides of [
      { title: `9月${riskyWord}` },
      { place: riskyWord },
      {
        agenda: [
          { text: '领学', minutes: 5 },
          { text: `讨论${riskyWord}`, minutes: 5 },
        ],
      },
    ]) {
      const before = world.documents()
      expect(await save(overrides)).toBe('text_refused')
      expect(world.documents()).toBe(before + 1)
    }
    expect(world.emulator.database.count('attempts', { openId: secretary, kind: 'text' })).toBe(3)
    for (const name of world.emulator.database.collections())
      expect(JSON.stringify(world.emulator.database.find(name))).not.toContain(riskyWord)
    expect(JSON.stringify(world.emulator.invocations())).not.toContain(riskyWord)
  })

  test('what WeChat would only have looked at passes: its readers know one another', async () => {
    expect(await save({ title: `9月${doubtfulWord}` })).toMatch(/^ok/)
  })

  test.each([
    ['refuses to answer', -1],
    ['forbids the account to ask', 48001],
  ])('is taken when WeChat %s, and that is noted without the text', async (_, how) => {
    world.emulator.failOpenApi(msgSecCheck, how)
    expect(await save({ title: `停机${riskyWord}` })).toMatch(/^ok/)
    world.emulator.failOpenApi(msgSecCheck, null)
    const noted = world.lastInvocation().lines.join('\n')
    expect(noted).toMatch(/msgSecCheck.*unchecked/)
    expect(noted).not.toContain(riskyWord)
  })

  test('nobody waits for a WeChat that never answers', async () => {
    world.emulator.failOpenApi(msgSecCheck, 'lost')
    expect(await save({ title: '九月集中学习' })).toMatch(/^ok/)
    world.emulator.failOpenApi(msgSecCheck, null)
  })

  test('is asked about only once one may do the thing, and a request without text asks nothing', async () => {
    const form = aForm({ title: riskyWord })
    const ask = { nonce: newNonce(), form, publish: false }
    expect(await world.reason(openIdOf('n1'), 'activity.save', ask)).toBe('forbidden')
    await world.get(secretary, 'progress.home')
    const calls = world.lastInvocation().calls.map(({ action }) => action)
    expect(calls.filter((action) => action.startsWith('wx.'))).toEqual([])
  })

  test('is asked about twenty times a day and then not taken', async () => {
    const ask = () =>
      world.reason(openIdOf('m2'), 'activity.save', {
        nonce: newNonce(),
        form: aForm({ title: riskyWord }),
        publish: false,
      })
    const reasons: string[] = []
    for (let i = 0; i < 21; i += 1) reasons.push(await ask())
    expect(reasons[19]).toBe('text_refused')
    expect(reasons[20]).toBe('too_many_attempts')
  })
})

describe('before one has agreed', () => {
  const shy = 'shy-stranger'
  beforeAll(() => {
    world.asksFirst.add(shy)
    world.asksFirst.add(openIdOf('m10'))
  })
  const agree = (who: string, version = consentVersion) =>
    world.call(who, 'privacy.consent', { version, agree: true })

  test('everything but what a code leads to and one’s own rights is answered with consent_needed, and nothing is written', async () => {
    const before = world.documents()
    for (const action of ['identity.branches', 'progress.home', 'activity.list', 'reminder.inbox'] as const)
      expect(await world.reason(shy, action)).toBe('consent_needed')
    const asks = { branchId: 'branch1', name: '郭同志', phoneTail: '1011' }
    expect(await world.reason(shy, 'identity.request', asks)).toBe('consent_needed')
    expect(await world.get(shy, 'identity.me')).toEqual({ state: 'stranger' })
    expect(world.documents()).toBe(before)
  })

  test('a code is verified and its ticket kept, so that agreeing and binding do not outlive a slot', async () => {
    const { code } = await openMeeting(world)
    const { ticket, you } = await world.get(shy, 'checkin.open', { code: code() })
    expect(you).toBe('stranger')
    const register = { ticket, nonce: newNonce() }
    expect(await world.reason(shy, 'checkin.register', register)).toBe('consent_needed')
    await agree(shy)
    expect(await world.reason(shy, 'checkin.register', register)).toBe('unbound')
    expect(await world.get(shy, 'identity.me')).toEqual({ state: 'stranger', consent: consentVersion })
  })

  test('a member who takes the consent back is told whom the identity speaks for and nothing more, until agreeing again', async () => {
    const member = openIdOf('m10')
    await agree(member)
    const whole = await world.get(member, 'identity.me')
    expect(whole).toHaveProperty('member.codeKey')
    await world.get(member, 'privacy.consent', { version: consentVersion, agree: false })
    expect(await world.get(member, 'identity.me')).toEqual({
      state: 'bound',
      name: '刘同志',
      households: [],
      exemptions: [],
      roles: [],
    })
    expect(await world.reason(member, 'progress.home')).toBe('consent_needed')
    expect(await world.reason(member, 'privacy.centre')).toMatch(/^ok/)
    expect(await world.reason(member, 'feedback.mine', { keys: [] })).toMatch(/^ok/)
    await agree(member)
    expect(await world.get(member, 'identity.me')).toEqual(whole)
  })

  test('an older text agreed to is asked for anew', async () => {
    world.asksFirst.add(openIdOf('m12'))
    world.emulator.database.insertMany('consents', [{ _id: openIdOf('m12'), version: 0, at: 1 }])
    expect(await world.reason(openIdOf('m12'), 'progress.home')).toBe('consent_needed')
  })
})

test('twenty guesses at one instant are five, as one after the other', async () => {
  const guess = (i: number) =>
    world.reason('guesser', 'identity.request', {
      branchId: 'branch1',
      name: '郭同志',
      phoneTail: String(2000 + i),
    })
  const reasons = await Promise.all(Array.from({ length: 20 }, (_, i) => guess(i)))
  expect(reasons.filter((reason) => reason === 'roster_mismatch')).toHaveLength(5)
  expect(reasons.filter((reason) => reason === 'too_many_attempts')).toHaveLength(15)
})

test('a text longer than its field is refused before anybody is asked', async () => {
  const { result } = await world.post(secretary, {
    action: 'activity.save',
    contractVersion,
    data: { nonce: newNonce(), form: aForm({ title: '字'.repeat(41) }), publish: false },
  })
  expect(result).toMatchObject({ reason: 'invalid_request', detail: { path: 'form.title' } })
  expect(world.lastInvocation().calls).toEqual([])
})
