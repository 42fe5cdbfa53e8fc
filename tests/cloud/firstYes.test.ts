import { Newcomers } from './Newcomers'
import { openIdOf } from './people'
import { leader, secretary, World } from './world'

/** The first yes in a branch in which no officer has a WeChat yet is the work committee's, and nobody else's; with the first officer bound it ends. */
const county = 'openid-county'
const quiet = 'openid-of-quiet'

let world: World
let people: Newcomers
beforeAll(async () => {
  world = await World.start()
  people = new Newcomers(world)
  const branch = { type: 'branch', parentId: 'unit1', order: 9, validFrom: '2020-01-01' }
  people.insert('organisations', { ...branch, _id: 'branch8', name: '县公安局党支部', countsOnly: true })
  people.insert('organisations', { ...branch, _id: 'branch9', name: '县水利局党支部' })
  const isIn = (branchId: string) => [{ branchId, from: '2020-01-01' }]
  const secretaryOf = (branchId: string) => [
    { post: 'secretary', organisationId: branchId, from: '2024-01-01' },
  ]
  people.add({
    name: '新书记',
    phoneTail: '6001',
    memberships: isIn('branch9'),
    posts: secretaryOf('branch9'),
  })
  people.add({ name: '新党员', phoneTail: '6002', memberships: isIn('branch9') })
  people.add({
    name: '暗书记',
    phoneTail: '6003',
    memberships: isIn('branch8'),
    posts: secretaryOf('branch8'),
  })
  const inspector = { _id: quiet, requestId: 'request-quiet', name: '督导员', memberId: undefined }
  people.insert('identities', {
    ...people.stored(county),
    ...inspector,
    grants: [
      { role: 'inspector', organisationId: 'county', from: '2026-01-01' },
      { role: 'unit_officer', organisationId: 'unit1', from: '2026-01-01' },
    ],
  })
})
afterAll(() => world.stop())

const ask = (openId: string, branchId: string, name: string, phoneTail: string) =>
  world.get(openId, 'identity.request', { branchId, name, phoneTail })
const rows = async (openId: string) => (await world.get(openId, 'identity.work')).bindRequests
const requestOf = (openId: string) => people.stored(openId)?.requestId ?? ''
const yes = (by: string, openId: string) =>
  world.reason(by, 'identity.decide', { requestId: requestOf(openId), approve: true })

test('the first yes: nobody but the work committee above may say it, on 工作 and in 消息', async () => {
  await ask('first-9', 'branch9', '新书记', '6001')
  await ask('second-9', 'branch9', '新党员', '6002')
  for (const other of [secretary, openIdOf('n1'), leader, openIdOf('m4'), quiet, 'second-9'])
    expect(await yes(other, 'first-9')).toBe('forbidden')
  for (const other of [secretary, quiet]) expect(await rows(other)).toEqual([])
  expect(await rows(county)).toMatchObject([
    { name: '新书记', branchName: '县水利局党支部', atDoor: false },
    { name: '新党员', branchName: '县水利局党支部' },
  ])
  const { items } = await world.get(county, 'reminder.inbox')
  expect(items).toContainEqual(expect.objectContaining({ type: 'bind', requestId: requestOf('first-9') }))
  expect(await yes(county, 'first-9')).toMatch(/^ok/)
})

test('the first yes ends the committee’s say: the branch answers for its own from then on', async () => {
  expect(await rows(county)).toEqual([])
  expect(await yes(county, 'second-9')).toBe('forbidden')
  const many = { requestIds: [requestOf('second-9')], approve: true }
  expect(await world.reason(county, 'binding.decideMany', many)).toBe('forbidden')
  expect(await yes('first-9', 'second-9')).toMatch(/^ok/)
})

test('the first yes in a branch whose numbers alone leave it shows the post and no name, and is said all the same', async () => {
  await ask('first-8', 'branch8', '暗书记', '6003')
  expect(await rows(county)).toMatchObject([{ name: '县公安局党支部书记' }])
  expect(JSON.stringify(await world.get(county, 'identity.work'))).not.toContain('暗书记')
  expect(JSON.stringify(await world.get(county, 'reminder.inbox'))).not.toContain('暗书记')
  expect(await yes(county, 'first-8')).toMatch(/^ok/)
  expect(people.stored('first-8')).toMatchObject({ state: 'bound' })
})
