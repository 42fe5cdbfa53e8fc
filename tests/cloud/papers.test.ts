import { extractRawText } from 'mammoth'
import { MOMENT, openIdOf } from './people'
import { type aForm, newNonce, openMeeting, secretary, World } from './world'

/** Papers are opened by mammoth, which wrote none of them. m1 is the secretary, m7 chairs. */
let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

const member = openIdOf('m4')
const closed = async (overrides: Parameters<typeof aForm>[0] = {}) => {
  const { activityId } = await openMeeting(world, secretary, { carries: [], ...overrides })
  await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
  return activityId
}
const read = async (activityId: string, paper: string) => {
  const { fileName, content } = await world.get(secretary, 'paper.ofMeeting', { activityId, paper })
  const { value } = await extractRawText({ buffer: Buffer.from(content, 'base64') })
  return { fileName, lines: value.split('\n').filter((line) => line !== '') }
}
/** The line after a label. */
const after = (lines: string[], label: string) => lines[lines.indexOf(label) + 1]
const settleAll = async (activityId: string) => {
  const { unsettled } = await world.get(secretary, 'activity.record', { activityId })
  const memberIds = unsettled.map(({ memberId }) => memberId)
  await world.get(secretary, 'activity.settleMany', { activityId, memberIds, reason: 'in_village' })
}

test('minutes say what the record’s page says, with every vote, its quorum and its outcome', async () => {
  const activityId = await closed({ kind: 'general_meeting', title: '九月支部党员大会' })
  const vote = {
    ...{ matter: '接收同志甲为预备党员', vote: 'admission', ballot: 'secret' },
    ...{ entitled: 16, present: 12, written: 1, inFavour: 9, against: 3, abstained: 1 },
    ballots: { issued: 12, returned: 12, valid: 12 },
  }
  await world.get(secretary, 'activity.amend', {
    activityId,
    votes: [vote],
    observers: [{ name: '周立群', post: '局党组书记' }],
    resolution: '同意',
    nonce: newNonce(),
  })
  await settleAll(activityId)
  const page = await world.get(secretary, 'activity.record', { activityId })
  const { lines } = await read(activityId, 'minutes')
  expect(lines.slice(0, 2)).toEqual(['草稿', '会议记录'])
  expect(after(lines, '会议名称')).toBe('九月支部党员大会')
  expect(after(lines, '应到')).toContain(`${page.expected.total} 人`)
  expect(after(lines, '实到')).toContain(`${page.attended.total} 人`)
  expect(after(lines, '列席')).toBe('周立群（局党组书记）')
  expect(after(lines, '有表决权党员')).toBe(`应到 ${page.voting?.full} 人，实到 ${page.voting?.present} 人`)
  for (const { name } of page.absent) expect(lines).toContain(`${name}：驻村`)
  expect(after(lines, '决议')).toBe('同意')
  expect(after(lines, '会前书面意见')).toBe('1 份（计入表决，不计入实到）')
  expect(after(lines, '票数')).toBe('赞成 9，不赞成 3，弃权 1（须 9 票）')
  expect(after(lines, '结果')).toBe('通过')
})

test('minutes of a draft name nobody who is not settled, and those in the book are called no draft', async () => {
  const activityId = await closed()
  const draft = await read(activityId, 'minutes')
  expect(draft.fileName).toMatch(/-\d{4}-\d\d-\d\d-.+-会议记录-草稿\.docx$/)
  const { unsettled } = await world.get(secretary, 'activity.record', { activityId })
  expect(unsettled.length).toBeGreaterThan(0)
  const text = draft.lines.join()
  const { chair = '', recorder = '' } = await world.get(secretary, 'activity.record', { activityId })
  for (const { name } of unsettled) if (name !== chair && name !== recorder) expect(text).not.toContain(name)
  await settleAll(activityId)
  await world.get(secretary, 'activity.confirmRecord', { activityId, beforeEnd: true })
  const made = await read(activityId, 'minutes')
  expect(made.fileName).not.toContain('草稿')
  expect(made.lines[0]).toBe('会议记录')
})

test('a second meeting of its kind on a day has its title in the names of its files, and no other has', async () => {
  const first = await closed({ kind: 'seminar', title: '上午研讨', topic: '题一' })
  expect((await read(first, 'minutes')).fileName).not.toContain('上午研讨')
  const second = await closed({ kind: 'seminar', title: '下午研讨', topic: '题二' })
  expect((await read(first, 'minutes')).fileName).toContain('-交流研讨-上午研讨-会议记录')
  expect((await read(second, 'sheet')).fileName).toContain('-交流研讨-下午研讨-到会登记表')
})

test('a record confirmed again says so on its paper', async () => {
  const activityId = await closed()
  await settleAll(activityId)
  const confirm = () => world.get(secretary, 'activity.confirmRecord', { activityId, beforeEnd: true })
  await confirm()
  expect((await read(activityId, 'minutes')).lines.join()).not.toContain('次成册')
  await world.get(secretary, 'activity.takeBack', { activityId, reason: 'wording' })
  await confirm()
  expect((await read(activityId, 'minutes')).lines).toContain('第2次成册')
})

test('the sheet has a row for everybody expected: empty before the meeting, filled after it', async () => {
  const { activityId } = await openMeeting(world, secretary, { carries: [] })
  const board = await world.get(secretary, 'activity.board', { activityId })
  const before = await read(activityId, 'sheet')
  for (const { name } of board.expected) expect(before.lines).toContain(name)
  expect(before.lines.join()).not.toMatch(/缺席|请假/)
  await world.get(secretary, 'checkin.tick', {
    activityId,
    memberId: board.expected[2]?.memberId,
    way: 'roll_call',
    occurredAt: MOMENT,
    nonce: newNonce(),
  })
  await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
  await settleAll(activityId)
  const page = await world.get(secretary, 'activity.record', { activityId })
  const { lines } = await read(activityId, 'sheet')
  expect(after(lines, '人数')).toBe(`应到 ${page.expected.total} 人，实到 ${page.attended.total} 人`)
  expect(lines.filter((line) => line.startsWith('到会（'))).toHaveLength(page.attended.total)
  expect(lines.filter((line) => line.startsWith('缺席（'))).toHaveLength(page.absent.length)
})

test('no minutes are made before a meeting is over, and none for who only attends', async () => {
  const { activityId } = await openMeeting(world, secretary, { carries: [] })
  const ask = (by: string, paper: string) => world.reason(by, 'paper.ofMeeting', { activityId, paper })
  expect(await ask(secretary, 'minutes')).toBe('wrong_state')
  expect(await ask(member, 'sheet')).toBe('forbidden')
})
