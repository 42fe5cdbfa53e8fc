import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { membersFile, organisationsFile, readRoster } from '../../scripts/seed/readRoster'
import { applyAll, readFile, rowsOf } from './importing'
import { identities, organisations } from './people'
import { World } from './world'

/** The work committee's office and its root: what a county has on its first day. */
const firstDay = {
  organisations: organisations.filter(({ _id }) => _id === 'county'),
  identities: identities.filter(({ _id }) => _id === 'openid-county'),
}
const county = 'openid-county'
const bytesOf = (file: string) => new Uint8Array(fs.readFileSync(file))

let world: World
beforeAll(async () => {
  world = await World.start({ people: firstDay })
})
afterAll(() => world.stop())

const all = <T>(collection: string) => world.emulator.database.find(collection, {}) as unknown as T[]

/** Functions of ours that run now, by the ids of their processes. */
const importers = () =>
  execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => Number(found?.[2]) === process.pid && /runner\.cjs .*imports/.test(found?.[3] ?? ''))
    .map((found) => Number(found?.[1]))

let organisationsId = ''
let membersId = ''

test('both registers of the county come in from the phone, each row as the file has it', async () => {
  organisationsId = await readFile(world, county, bytesOf(organisationsFile), '党组织信息.xlsx')
  const { totals } = await world.get(county, 'import.preview', { importId: organisationsId, from: 0 })
  expect(totals).toEqual({ skip: 1, same: 1, add: 239 })
  expect(await applyAll(world, county, organisationsId)).toMatchObject({ added: 239, changed: 0 })
  membersId = await readFile(world, county, bytesOf(membersFile), '党员信息.xlsx')
  const preview = await world.get(county, 'import.preview', { importId: membersId, from: 0 })
  expect(preview.totals).toEqual({ skip: 1, add: 1046 })
  const applying = applyAll(world, county, membersId)
  expect(await applying).toMatchObject({ added: 1046, changed: 0 })
})

test('the members are those of the file: branch, group, post, level, community and households', async () => {
  const roster = await readRoster()
  const nodes = new Map(all<Organisation>('organisations').map((node) => [node._id, node]))
  const codes = new Map(
    all<{ _id: string; registerCode: string }>('households').map((one) => [one._id, one.registerCode]),
  )
  const nameOf = (id: string | undefined) => (id === undefined ? null : (nodes.get(id)?.name ?? id))
  const stored = all<Member>('members').sort((a, b) => a.order - b.order)
  const shown = stored.map((member) => ({
    name: member.name,
    tail: member.phoneTail,
    standing: member.standing,
    branch: nameOf(member.memberships[0]?.branchId),
    group: nameOf(member.memberships[0]?.groupId),
    posts: member.posts.map(({ post }) => post),
    cadre: member.cadre ?? null,
    community: nameOf(member.communities?.[0]?.communityId),
    households: member.households.map(({ householdId }) => codes.get(householdId)),
  }))
  const posts: Record<string, string> = {
    党支部书记: 'secretary',
    副书记: 'deputy_secretary',
    组织委员: 'organisation_officer',
    宣传委员: 'publicity_officer',
    党小组组长: 'group_leader',
  }
  expect(shown).toEqual(
    roster.members.map((row) => ({
      name: row.name,
      tail: row.phoneTail,
      standing: row.standing === '预备党员' ? 'probationary' : 'full',
      branch: row.branchName,
      group: row.groupName?.replace(row.branchName, '') ?? null,
      posts: row.post === null ? [] : [posts[row.post]],
      cadre: row.cadre === null ? null : row.cadre === '县级' ? 'county' : 'section',
      community: row.communityName,
      households: row.households.map(({ code }) => code),
    })),
  )
  const households = all<{ memberIds: string[] }>('households')
  expect(households.flatMap(({ memberIds }) => memberIds).length).toBe(
    roster.members.reduce((sum, { households: links }) => sum + links.length, 0),
  )
  expect(new Set(stored.map(({ alias }) => alias)).size).toBe(stored.length)
})

test('both files again change nothing', async () => {
  const before = [all('organisations'), all('members'), all('households')]
  for (const [file, same] of [
    [organisationsFile, 240],
    [membersFile, 1046],
  ] as const) {
    const importId = await readFile(world, county, bytesOf(file))
    const { totals } = await world.get(county, 'import.preview', { importId, from: 0 })
    expect(totals).toEqual({ skip: 1, same })
    expect(await applyAll(world, county, importId)).toMatchObject({ added: 0, changed: 0 })
  }
  expect([all('organisations'), all('members'), all('households')]).toEqual(before)
})

test('the preview is read a hundred rows at a time, all or those of one verdict', async () => {
  const rows = await rowsOf(world, county, membersId, 'add')
  expect(rows).toHaveLength(1046)
  expect(new Set(rows.map(({ line }) => line)).size).toBe(1046)
  const tail = await world.get(county, 'import.preview', { importId: membersId, only: 'add', from: 1000 })
  expect(tail.rows.map(({ line }) => line)).toEqual(rows.slice(1000).map(({ line }) => line))
  expect(
    (await world.get(county, 'import.preview', { importId: membersId, only: 'ask', from: 0 })).rows,
  ).toEqual([])
})

test('killed in the middle of applying, the import goes on to the same end', async () => {
  const other = await World.start({ people: firstDay })
  try {
    await applyAll(other, county, await readFile(other, county, bytesOf(organisationsFile)))
    const importId = await readFile(other, county, bytesOf(membersFile))
    let kills = 0
    let last = { state: 'applying', added: 0 }
    for (let turn = 0; last.state !== 'applied' && turn < 40; turn += 1) {
      const running = other.post(
        county,
        { action: 'import.apply', contractVersion: 1, data: { importId } },
        'imports',
      )
      // Sooner or later in its work, until it has been hit five times.
      if (kills < 5) {
        await new Promise((resolve) => setTimeout(resolve, 120 + turn * 60))
        for (const pid of importers().slice(-1)) process.kill(pid, 'SIGKILL')
        kills += 1
      }
      const { result } = await running.catch(() => ({ result: undefined }))
      if (result?.ok) last = result.data as typeof last
      // Whoever was cut short held the register; its turn runs out.
      other.emulator.clock.advance(31_000)
    }
    expect(other.emulator.invocations().filter(({ ok }) => !ok).length).toBeGreaterThanOrEqual(3)
    expect(last).toMatchObject({ state: 'applied', added: 1046 })
    const find = (collection: string) => other.emulator.database.find(collection, {})
    expect(find('members')).toHaveLength(1046)
    expect(find('households')).toHaveLength(all('households').length)
    expect(new Set(find('members').map(({ order }) => order)).size).toBe(1046)
  } finally {
    await other.stop()
  }
})
