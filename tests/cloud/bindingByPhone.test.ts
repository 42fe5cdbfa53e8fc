import { createHash, createHmac } from 'node:crypto'
import { applyAll, readFile } from './importing'
import { Newcomers } from './Newcomers'
import { MOMENT, openIdOf } from './people'
import { aMemberForm, storedMember } from './registers'
import { newNonce, openMeeting, secretary, World } from './world'

const PHONE_KEY = 'key-of-the-tests'
const county = 'openid-county'

let world: World
let people: Newcomers
beforeAll(async () => {
  world = await World.start({ env: { PHONE_KEY } })
  people = new Newcomers(world)
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

/** The number that the local WeChat knows of a phone. */
const numberOf = (openId: string) =>
  `1380000${String(createHash('sha256').update(openId).digest().readUInt32BE(0) % 10_000).padStart(4, '0')}`
const hashOf = (number: string) => createHmac('sha256', PHONE_KEY).update(number).digest('hex')
const known = (openId: string) => ({
  phoneTail: numberOf(openId).slice(-4),
  phoneHash: hashOf(numberOf(openId)),
})

const phoneCode = async (openId: string, cloud = world) => {
  const response = await fetch(`${cloud.emulator.url}/client/getPhoneCode`, {
    method: 'POST',
    headers: { 'x-demo-openid': openId },
  })
  return ((await response.json()) as { code: string }).code
}
const ask = async (openId: string, name: string, over: object = {}) =>
  world.call(openId, 'binding.byPhone', { branchId: 'branch1', name, code: await phoneCode(openId), ...over })
const told = (answer: object) => ({ ...answer, at: 0 })

test('the whole number binds at once, and is nowhere in the store or the log', async () => {
  const openId = 'phone-caller'
  const memberId = people.add({ name: '来电者', ...known(openId) })
  expect(await ask(openId, '来 电 者')).toMatchObject({
    data: { state: 'bound', name: '来电者', branchName: '农业农村局党支部' },
  })
  expect(people.stored(openId)).toMatchObject({ state: 'bound', memberId })
  expect(world.emulator.database.find('audit', { what: 'bind', memberId })).toMatchObject([
    { result: 'phone' },
  ])
  for (const name of world.emulator.database.collections())
    expect(JSON.stringify(world.emulator.database.find(name))).not.toContain(numberOf(openId))
  expect(JSON.stringify(world.emulator.invocations())).not.toContain(numberOf(openId))
  expect(await ask(openId, '来电者')).toMatchObject({ reason: 'already_bound' })
})

test('a number that ends alike takes nobody’s identity: it is a request that the branch answers', async () => {
  // An officer of the branch, whose own number is another one.
  const officerId = people.add({
    name: '被冒者',
    phoneTail: numberOf('phone-alike').slice(-4),
    phoneHash: hashOf('13911112222'),
    posts: [{ post: 'organisation_officer', organisationId: 'branch1', from: '2024-01-01' }],
  })
  expect(await ask('phone-alike', '被冒者')).toMatchObject({ data: { state: 'requested' } })
  expect(people.stored('phone-alike')).toMatchObject({ state: 'requested', memberId: officerId })
  expect(await world.reason('phone-alike', 'roster.list', { branchId: 'branch1' })).not.toMatch(/^ok/)
  const requestId = people.stored('phone-alike')?.requestId
  await world.get(secretary, 'identity.decide', { requestId, approve: false })
  expect(await world.get('phone-alike', 'identity.me')).toMatchObject({ state: 'stranger' })
})

test('without a hash in the register, or without a key, the branch is asked; at a door its organiser sees it', async () => {
  const { activityId, code } = await openMeeting(world, secretary, {})
  const { ticket } = await world.get('phone-unhashed', 'checkin.open', { code: code() })
  people.add({ name: '无核对值', phoneTail: known('phone-unhashed').phoneTail })
  expect(await ask('phone-unhashed', '无核对值', { ticket })).toMatchObject({ data: { state: 'requested' } })
  expect((await world.get(secretary, 'activity.board', { activityId })).bindRequests).toMatchObject([
    { name: '无核对值', atDoor: true },
  ])
  const keyless = await World.start()
  try {
    new Newcomers(keyless).add({ name: '无密钥', ...known('phone-keyless') })
    const data = { branchId: 'branch1', name: '无密钥', code: await phoneCode('phone-keyless', keyless) }
    expect(await keyless.get('phone-keyless', 'binding.byPhone', data)).toMatchObject({ state: 'requested' })
  } finally {
    await keyless.stop()
  }
})

test('of two with one name and the same last digits the whole number tells who it is', async () => {
  const phoneTail = numberOf('phone-twin').slice(-4)
  people.add({ name: '同名同尾', phoneTail, phoneHash: hashOf('13911113333') })
  const memberId = people.add({ name: '同名同尾', ...known('phone-twin') })
  expect(await ask('phone-twin', '同名同尾')).toMatchObject({ data: { state: 'bound' } })
  expect(people.stored('phone-twin')).toMatchObject({ memberId })
})

test('a wrong name, a wrong number and somebody for whom another WeChat speaks are one answer', async () => {
  people.add({ name: '已有微信', ...known('phone-other') })
  const { name, phoneTail } = storedMember(world, 'm3')
  people.insert('members', {
    ...storedMember(world, 'm3'),
    _id: 'taken-1',
    name: '本人',
    alias: 'alias-taken',
    ...known('phone-second'),
  })
  people.insert('identities', {
    ...people.stored(openIdOf('m2')),
    _id: 'phone-first',
    requestId: 'request-first',
    memberId: 'taken-1',
    grants: [],
  })
  const answers = [
    await ask('phone-second', '本人'),
    await ask('phone-second', '没有的人'),
    await ask('phone-second', '已有微信'),
    await world.call('phone-third', 'identity.request', { branchId: 'branch1', name, phoneTail }),
    await world.call('phone-third', 'identity.request', { branchId: 'branch1', name, phoneTail: '0000' }),
    await world.call('phone-third', 'identity.request', { branchId: 'branch2', name, phoneTail }),
  ].map(told)
  expect(answers).toEqual(answers.map(() => ({ ok: false, at: 0, reason: 'roster_mismatch' })))
})

/** Past the day's turns the person asks by name alone, and is told from whoever else does so. */
async function asksWithoutDigits(name: string): Promise<void> {
  const plain = (openId: string, over = {}) =>
    world.call(openId, 'identity.request', { branchId: 'branch1', name, ...over })
  const strangers = Array.from({ length: 21 }, (_, i) => `guesser-a-${i}`)
  await Promise.all(strangers.map((openId) => plain(openId)))
  const own = told(await plain('phone-own'))
  expect(own).toMatchObject({ ok: true, data: { state: 'requested' } })
  // Of nobody, and of somebody for whom a WeChat speaks, the answer and the asker's own page are alike.
  const me = async (openId: string) => {
    const {
      checkCode,
      requestedAt: _,
      ...rest
    } = (await world.get(openId, 'identity.me')) as {
      checkCode: string
      requestedAt: number
    }
    expect(checkCode).toMatch(/^\d{6}$/)
    return { checkCode, rest }
  }
  for (const [openId, other] of [
    ['phone-none', '查无此人'],
    ['phone-taken', storedMember(world, 'm3').name],
  ] as const) {
    expect(told(await plain(openId, { name: other }))).toEqual(own)
    expect((await me(openId)).rest).toEqual({ ...(await me('phone-own')).rest, name: other })
  }
  const rows = async () => (await world.get(secretary, 'identity.work')).bindRequests
  const [row, ...others] = (await rows()).filter((one) => one.unchecked !== undefined)
  // One line a person, however many phones.
  expect(row).toMatchObject({ name, unchecked: 22 })
  expect(others).toEqual([])
  const requestId = row?.requestId ?? ''
  const yes = (code?: string) =>
    world.reason(secretary, 'identity.decide', { requestId, approve: true, code })
  expect(await yes()).toBe('check_code_wrong')
  const { checkCode } = await me('phone-own')
  expect(await yes(checkCode === '000000' ? '000001' : '000000')).toBe('check_code_wrong')
  expect(
    await world.reason(secretary, 'binding.decideMany', {
      requestIds: [people.stored('phone-own')?.requestId],
      approve: true,
    }),
  ).toBe('forbidden')
  expect(
    await world.reason(openIdOf('n1'), 'identity.decide', { requestId, approve: true, code: checkCode }),
  ).toBe('forbidden')
  expect(await yes(checkCode)).toMatch(/^ok/)
  expect(people.stored('phone-own')).toMatchObject({ state: 'bound' })
  expect(people.stored('guesser-a-3')).toMatchObject({ state: 'requested' })
  // The no is for all that are left.
  await world.get(secretary, 'identity.decide', { requestId, approve: false })
  expect((await rows()).filter((one) => one.unchecked !== undefined)).toEqual([])
  expect(people.stored('guesser-a-3')).toMatchObject({ state: 'declined' })
  // Three a day for whoever asks.
  for (let i = 0; i < 2; i += 1) expect(await plain('guesser-a-3')).toMatchObject({ ok: true })
  expect(await plain('guesser-a-3')).toMatchObject({ reason: 'too_many_attempts' })
}

test('the whole number binds past the day’s turns of the person: strangers lock nobody out', async () => {
  const openId = 'phone-locked'
  const memberId = people.add({ name: '被锁者', ...known(openId) })
  for (let i = 0; i < 12; i += 1)
    await world.call(`locker-${i}`, 'identity.request', {
      branchId: 'branch1',
      name: '被锁者',
      phoneTail: '0000',
    })
  const digits = { branchId: 'branch1', name: '被锁者', phoneTail: known(openId).phoneTail }
  expect(await world.reason('locker-x', 'identity.request', digits)).toBe('too_many_attempts')
  expect(await ask(openId, '被锁者')).toMatchObject({ data: { state: 'bound' } })
  expect(people.stored(openId)).toMatchObject({ memberId })
})

test('nobody’s digits are found by many phones: ten a day for a person, whoever asks and however many at once', async () => {
  people.add({ name: '被猜者', phoneTail: '0099' })
  const guess = (name: string, from: string) =>
    Promise.all(
      Array.from({ length: 105 }, (_, i) =>
        world.call(`guesser-${from}-${i % 21}`, 'identity.request', {
          branchId: 'branch1',
          // Spaces make nobody else of it.
          name: i % 2 ? name : [...name].join(' '),
          phoneTail: String(i).padStart(4, '0'),
        }),
      ),
    )
  const told = (await guess('被猜者', 'a')).map((answer) => (answer.ok ? 'ok' : answer.reason))
  expect(told.filter((reason) => reason !== 'too_many_attempts').length).toBe(10)
  // Somebody who is none is guarded alike: the cap tells nothing of the register.
  const none = (await guess('查无此人', 'b')).map((answer) => (answer.ok ? 'ok' : answer.reason))
  expect(none.filter((reason) => reason === 'roster_mismatch')).toHaveLength(10)
  expect(none.filter((reason) => reason === 'too_many_attempts')).toHaveLength(95)
  // The button of the phone number takes the same turns.
  expect(await ask('phone-late', '被猜者')).toMatchObject({ reason: 'too_many_attempts' })
  await asksWithoutDigits('被猜者')
  world.emulator.clock.set(Date.parse('2026-09-23T08:00:00+08:00'))
  expect(
    await world.reason('phone-morning', 'identity.request', {
      branchId: 'branch1',
      name: '被猜者',
      phoneTail: '1000',
    }),
  ).toBe('roster_mismatch')
})

test('a spent code and an account that may not ask are told apart from a name that is not there; five a day', async () => {
  const openId = 'phone-prober'
  people.add({ name: '同尾号', ...known(openId) })
  expect(await ask(openId, '同尾号', { code: 'spent' })).toMatchObject({ reason: 'phone_unavailable' })
  expect(await ask(openId, '郭同志')).toMatchObject({ reason: 'roster_mismatch' })
  world.emulator.failOpenApi({ api: 'phonenumber.getPhoneNumber', openid: openId }, 48001)
  expect(await ask(openId, '同尾号')).toMatchObject({ reason: 'phone_unavailable' })
  world.emulator.failOpenApi({ api: 'phonenumber.getPhoneNumber', openid: openId }, null)
  for (let i = 0; i < 2; i += 1)
    await world.call(openId, 'identity.request', { branchId: 'branch1', name: '错', phoneTail: '0000' })
  expect(await ask(openId, '同尾号')).toMatchObject({ reason: 'too_many_attempts' })
})

test('digits and hash stay of one number: other digits leave no hash behind, the same keep it', async () => {
  const memberId = people.add({ name: '换号者', phoneTail: '1212', phoneHash: hashOf('13800001212') })
  const save = (phoneTail: string, phone?: string) =>
    world.call(secretary, 'roster.save', {
      branchId: 'branch1',
      memberId,
      form: aMemberForm({ name: '换号者', phoneTail, ...(phone !== undefined && { phone }) }),
      nonce: newNonce(),
    })
  await save('1212')
  expect(storedMember(world, memberId).phoneHash).toBe(hashOf('13800001212'))
  await save('3434')
  expect(storedMember(world, memberId)).not.toHaveProperty('phoneHash')
  // Typed whole in the register's form: the hash comes along, the number stays nowhere.
  await save('5656', '13800005656')
  expect(storedMember(world, memberId)).toMatchObject({ phoneTail: '5656', phoneHash: hashOf('13800005656') })
  expect(JSON.stringify(world.emulator.database.find('members'))).not.toContain('13800005656')
  expect(JSON.stringify(world.emulator.database.find('audit'))).not.toMatch(/13800005656|5656/)
  for (const [tail, phone] of [
    ['1111', '13800005656'],
    ['', undefined],
  ] as const)
    expect(await save(tail, phone)).toMatchObject({
      reason: 'invalid_request',
      detail: { path: 'form.phoneTail' },
    })
  await save('3434')
  const fromFile = async (number: string) => {
    const file = `姓名,联系电话（后四位）,所在党支部\n换号者,${number},农业农村局党支部`
    const importId = await readFile(world, county, file)
    await applyAll(world, county, importId)
    return storedMember(world, memberId)
  }
  expect(await fromFile('13800003434')).toMatchObject({ phoneTail: '3434', phoneHash: hashOf('13800003434') })
  // A list that knows the end alone takes nothing away.
  expect(await fromFile('3434')).toMatchObject({ phoneHash: hashOf('13800003434') })
})

test('the privacy centre names the hash, and shows it to nobody', async () => {
  const openId = 'phone-privacy'
  people.add({ name: '看自己', ...known(openId) })
  await ask(openId, '看自己')
  const { text } = await world.get(openId, 'privacy.export')
  expect(text).toContain('整个手机号的加密核对值：有')
  expect(text).not.toContain(hashOf(numberOf(openId)))
})
