import { mintMemberCode } from '@domain/checkin/code'
import type { ActivityForm } from '@domain/contract/activity'
import { extractRawText } from 'mammoth'
import { jointIn, n1, people, startJoint, study } from './jointBranches'
import { MOMENT, openIdOf } from './people'
import { checkIn, newNonce, secretary, type World } from './world'

let world: World
let joint: ReturnType<typeof jointIn>
beforeAll(async () => {
  world = await startJoint()
  joint = jointIn(world)
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

describe('a meeting of two branches, from its plan to both records', () => {
  let whole = ''
  let part = ''

  test('the plan page offers the branches of the unit, on the basis the county gave, and no others', async () => {
    const { joint: offered } = await world.get(secretary, 'activity.prepare', { branchId: 'branch1' })
    expect(offered).toEqual({
      kinds: ['general_meeting', 'theme_party_day', 'study', 'lecture'],
      branches: [
        { id: 'branch3', name: '县教育局党支部' },
        { id: 'branch2', name: '县财政局第一党支部' },
      ],
      basis: '县直工委〔2026〕3号',
      busy: [],
    })
    expect(
      (await world.get(openIdOf('q1'), 'activity.prepare', { branchId: 'branch4' })).joint,
    ).toBeUndefined()
  })

  test('announced, each branch has a part of its own: its people are expected there, and it stands in its calendar', async () => {
    whole = await joint.publish(study())
    part = joint.partOf(whole)
    expect(joint.rows({ _id: part })).toMatchObject([
      {
        kind: 'study',
        hostId: 'branch2',
        branchId: 'branch2',
        state: 'published',
        title: '联合学习',
        place: '局三楼会议室',
      },
    ])
    const { upcoming } = await world.get(openIdOf('n2'), 'activity.list')
    const both = { branches: ['农业农村局党支部', '县财政局第一党支部'] }
    expect(upcoming).toMatchObject([
      { id: part, mine: 'expected', hostName: '县财政局第一党支部', joint: both },
    ])
    expect((await world.get(openIdOf('m4'), 'activity.list')).upcoming).toMatchObject([
      { id: whole, joint: both },
    ])
    const { meetings } = await world.get(n1, 'identity.work')
    expect(meetings.map(({ id }) => id)).toEqual([part])
  })

  test('the other branch’s secretary reads that the branch takes part, nobody else does, and its hours are taken', async () => {
    const titles = async (openId: string) => {
      const { items } = await world.get(openId, 'reminder.inbox')
      return items.flatMap((item) => (item.type === 'notice' ? [item.title] : []))
    }
    expect(await titles(n1)).toContain('支部要参加联合活动：联合学习')
    expect(await titles(openIdOf('n2'))).toEqual([])
    expect(await titles(secretary)).not.toContain('支部要参加联合活动：联合学习')
    const { startsAt, endsAt } = study()
    const { joint: offered } = await world.get(secretary, 'activity.prepare', { branchId: 'branch1' })
    expect(offered?.busy).toEqual([{ branchId: 'branch2', meetingId: whole, startsAt, endsAt }])
  })

  test('another hour and place are the other branch’s too; its secretary says who comes and nothing else', async () => {
    const later = { startsAt: MOMENT + 30 * 60_000, place: '县委党校' }
    const form = study(later)
    await world.get(secretary, 'activity.save', { activityId: whole, nonce: newNonce(), form, publish: true })
    expect(joint.rows({ _id: part })).toMatchObject([{ ...later, changed: { place: '局三楼会议室' } }])
    const { current, joint: offered } = await world.get(n1, 'activity.prepare', {
      branchId: 'branch2',
      activityId: part,
    })
    expect([current?.partOf, offered]).toEqual(['农业农村局党支部', undefined])
    const own = current?.form ?? form
    expect(own.expectedIds).toEqual(['n1', 'n2', 'n3'])
    const save = (over: Partial<ActivityForm>) =>
      world.call(n1, 'activity.save', {
        activityId: part,
        nonce: newNonce(),
        form: { ...own, ...over },
        publish: true,
      })
    expect(await save({ place: '别处' })).toMatchObject({ reason: 'joint_fixed' })
    expect(await save({ startsAt: own.startsAt + 60_000 })).toMatchObject({ reason: 'joint_fixed' })
    expect(await save({ jointIds: ['branch3'] })).toMatchObject({ ok: true })
    expect(joint.rows({ jointOf: part })).toEqual([])
    expect(await save({ expectedIds: ['n1', 'n2'] })).toMatchObject({ ok: true })
    expect(joint.rows({ _id: part })[0]?.expected).toHaveLength(2)
  })

  test('opened once, the one code registers everybody in the own branch’s part, and nobody reads the other branch’s names', async () => {
    await joint.move(secretary, whole, 'open')
    expect(joint.rows({ _id: part })).toMatchObject([{ state: 'open' }])
    const code = await joint.codeOf(secretary, whole)
    expect(await checkIn(world, 'm4', code)).toMatchObject({ data: { guest: false } })
    expect(await checkIn(world, 'n2', code)).toMatchObject({ data: { guest: false, activity: { id: part } } })
    expect(await checkIn(world, 'p1', code)).toMatchObject({ data: { guest: true, activity: { id: whole } } })
    expect(await world.reason(openIdOf('n2'), 'checkin.open', { code })).toBe('already_registered')
    const board = await world.get(secretary, 'activity.board', { activityId: whole })
    expect(board.totals).toMatchObject({ expected: 12, registered: 1, guests: 1 })
    expect(board.joint).toEqual([{ name: '县财政局第一党支部', expected: 2, registered: 1 }])
    expect(JSON.stringify(board)).not.toMatch(/邻支部/)
    const theirs = await world.get(n1, 'activity.board', { activityId: part })
    expect(theirs.totals).toMatchObject({ expected: 2, registered: 1 })
    expect(theirs.joint).toEqual([{ name: '农业农村局党支部', expected: 12, registered: 1 }])
    expect(await world.reason(n1, 'activity.board', { activityId: whole })).toBe('forbidden')
    expect(await world.reason(secretary, 'activity.board', { activityId: part })).toBe('forbidden')
  })

  test('the code of the other branch’s phone does the same, and who could have made it waits for another organiser', async () => {
    const theirs = await joint.codeOf(n1, part)
    expect(await checkIn(world, 'm5', theirs)).toMatchObject({
      data: { guest: false, activity: { id: whole } },
    })
    const own = await checkIn(world, 'n1', theirs)
    expect(own).toMatchObject({ data: { waits: true } })
    expect(await checkIn(world, 'm2', await joint.codeOf(secretary, whole))).toMatchObject({
      data: { waits: true },
    })
  })

  test('a code shown by a member at the door of the other branch is entered with the own one; a roll call is of the own people', async () => {
    const [n] = people.members.filter(({ _id }) => _id === 'n3')
    const code = mintMemberCode({ alias: n?.alias ?? '', codeKey: n?.codeKey ?? '', now: world.now() })
    const entry = { activityId: whole, occurredAt: world.now(), nonce: newNonce() }
    expect(await world.get(secretary, 'checkin.scanMember', { ...entry, code })).toMatchObject({
      memberId: 'n3',
    })
    expect(joint.rows({ _id: whole })).toHaveLength(1)
    const facts = world.emulator.database.find('facts', { memberId: 'n3' })
    expect(facts).toMatchObject([{ activityId: part, branchId: 'branch2' }])
    const tick = { ...entry, memberId: 'n2', way: 'roll_call', nonce: newNonce() }
    expect(await world.reason(secretary, 'checkin.tick', tick)).toBe('invalid_request')
  })

  test('ended, it is one meeting of each branch and one study of each who came; both records name both', async () => {
    await joint.move(secretary, whole, 'closed')
    expect(joint.rows({ _id: part })).toMatchObject([{ state: 'closed' }])
    expect(await joint.doneOf(secretary, 'branch1', 'branch_study')).toBe(1)
    expect(await joint.doneOf(n1, 'branch2', 'branch_study')).toBe(1)
    expect(await joint.doneOf(openIdOf('n2'), 'n2', 'member_study')).toBe(1)
    expect(await joint.doneOf(openIdOf('m4'), 'm4', 'member_study')).toBe(1)
    for (const [who, activityId, own, other] of [
      [secretary, whole, '应到12 人', '县财政局第一党支部'],
      [n1, part, '应到2 人', '农业农村局党支部'],
    ] as const) {
      const record = await world.get(who, 'activity.record', { activityId })
      expect(record.joint).toEqual({ branches: ['农业农村局党支部', '县财政局第一党支部'] })
      const { content } = await world.get(who, 'paper.ofMeeting', { activityId, paper: 'minutes' })
      const { value } = await extractRawText({ buffer: Buffer.from(content, 'base64') })
      const text = value.replace(/\n+/g, '')
      expect(text).toContain('参加支部农业农村局党支部（主办）、县财政局第一党支部')
      expect(text).toContain(`与${other}联合开展，人数只计本支部`)
      expect(text).toContain(own)
    }
    const { meetings } = await world.get(n1, 'activity.book', { branchId: 'branch2', from: 0 })
    expect(meetings).toMatchObject([{ id: part, expected: 2 }])
  })
})

describe('who leaves, and who is asked no more', () => {
  test('a branch that does not take part is held to nothing: its part is cancelled, the meeting names it no more, and its people are guests', async () => {
    const whole = await joint.publish(study({ title: '退出的会', jointIds: ['branch2', 'branch3'] }))
    const part = joint.partOf(whole)
    const before = await joint.doneOf(n1, 'branch2', 'branch_study')
    expect(await joint.move(n1, part, 'cancelled')).toMatchObject({ ok: true })
    expect(joint.rows({ _id: whole })).toMatchObject([{ state: 'published', jointIds: ['branch3'] }])
    await joint.move(secretary, whole, 'open')
    expect(await checkIn(world, 'n2', await joint.codeOf(secretary, whole))).toMatchObject({
      data: { guest: true, activity: { id: whole } },
    })
    await joint.move(secretary, whole, 'closed')
    expect(joint.rows({ _id: part })).toMatchObject([{ state: 'cancelled' }])
    expect(await joint.doneOf(n1, 'branch2', 'branch_study')).toBe(before)
  })

  test('taken off the plan its part is cancelled, put on again it has a new one; cancelled as a whole all are', async () => {
    const whole = await joint.publish(study({ title: '改参加支部' }))
    const first = joint.partOf(whole)
    const save = (over: Partial<ActivityForm>) =>
      world.get(secretary, 'activity.save', {
        ...{ activityId: whole, nonce: newNonce(), publish: true },
        form: study({ title: '改参加支部', ...over }),
      })
    const { jointIds: _, ...alone } = study({ title: '改参加支部' })
    await world.get(secretary, 'activity.save', {
      activityId: whole,
      nonce: newNonce(),
      form: alone,
      publish: true,
    })
    expect(joint.rows({ _id: first })).toMatchObject([{ state: 'cancelled' }])
    await save({})
    expect(joint.partOf(whole)).not.toBe(first)
    await joint.move(secretary, whole, 'cancelled')
    expect(joint.rows({ jointOf: whole }).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
  })

  test('what a branch has held and closed it keeps when the other one cancels its own', async () => {
    const whole = await joint.publish(study({ title: '各自结束' }))
    const part = joint.partOf(whole)
    await joint.move(secretary, whole, 'open')
    await joint.move(n1, part, 'closed')
    await joint.move(secretary, whole, 'cancelled')
    expect(joint.rows({ _id: part })).toMatchObject([{ state: 'closed' }])
  })
})
