import type { AuditRow } from '@cloud/lib/store/collections/audit'
import type { MemberForm } from '@domain/contract/roster'
import { formOf } from '@domain/org/applyForm'
import type { Member } from '@domain/org/member'
import { aMember } from '@domain/testing/builders'
import { applyAll, readFile } from './importing'
import { aMemberForm, storedMember } from './registers'
import { newNonce, secretary, World } from './world'

/**
 * A register is written by one hand: what a form says and what a row of a file says ends in the same document, the same household and the same
 * audit, but for the way it was said.
 */
const today = '2026-09-22'
const titles = '姓名,手机号码,所在党支部,所在党小组,人员类别,领导职务级别,报到社区,帮扶户'
const branch = '农业农村局党支部'

interface Case {
  what: string
  before: Partial<Member>
  form: Partial<MemberForm>
  /** After name, number and branch. */
  row: string
}
const cases: Case[] = [
  { what: 'standing', before: { standing: 'probationary' }, form: { standing: 'full' }, row: ',正式党员,,,' },
  { what: 'group', before: {}, form: { groupId: 'group2' }, row: '第二党小组,,,,' },
  { what: 'cadre', before: {}, form: { cadre: 'section' }, row: ',,科级,,' },
  { what: 'community', before: {}, form: { communityId: 'community1' }, row: ',,,凤凰社区党委,' },
  { what: 'household', before: {}, form: { householdIds: ['h1'] }, row: ',,,,F0001/青山村' },
  {
    what: 'all of it, of one who holds a post in the group left behind',
    before: { posts: [{ post: 'group_leader', organisationId: 'group1', from: '2024-01-01' }] },
    form: { groupId: 'group3', cadre: 'county', communityId: 'community1', householdIds: ['h1'] },
    row: '第三党小组,正式党员,县级,凤凰社区党委,F0001/青山村',
  },
]
const nameOf = (way: string, i: number) => `${way === 'form' ? '表填' : '文件'}${'甲乙丙丁戊己'[i] ?? ''}`
const idOf = (way: string, i: number) => `${way}${i}`
const tailOf = (way: string, i: number) => `${way === 'form' ? 6 : 7}00${i}`
const ways = ['form', 'file'] as const

let world: World
beforeAll(async () => {
  world = await World.start()
  const { database } = world.emulator
  database.insertMany('households', [
    ...[{ _id: 'h1', number: '07 号', registerCode: 'F0001', villageId: 'village1', memberIds: [] }],
  ])
  const people = ways.flatMap((way) =>
    cases.map(({ before }, i): Member => {
      const { communities: _, ...plain } = aMember({
        _id: idOf(way, i),
        name: nameOf(way, i),
        phoneTail: tailOf(way, i),
        alias: `alias${way}${i}`,
        memberships: [{ branchId: 'branch1', groupId: 'group1', from: '2020-01-01' }],
      })
      return { ...plain, ...before }
    }),
  )
  database.insertMany('members', people as unknown as Record<string, unknown>[])
  for (const [i, { form }] of cases.entries()) {
    const memberId = idOf('form', i)
    const now = formOf(storedMember(world, memberId), today)
    const request = { branchId: 'branch1', memberId, form: { ...now, ...form }, version: 0 }
    await world.get(secretary, 'roster.save', { ...request, nonce: newNonce() })
  }
  const number = (i: number) => `1380000${tailOf('file', i)}`
  const lines = cases.map(({ row }, i) => `${nameOf('file', i)},${number(i)},${branch},${row}`)
  const added = `新文件,13800007099,${branch},第一党小组,预备党员,科级,凤凰社区党委,F0001/青山村`
  const importId = await readFile(world, secretary, [titles, ...lines, added].join('\r\n'))
  await applyAll(world, secretary, importId)
  await world.get(secretary, 'roster.save', {
    branchId: 'branch1',
    form: aMemberForm({
      name: '新表填',
      phoneTail: '6099',
      phone: '13800006099',
      standing: 'probationary',
      groupId: 'group1',
      cadre: 'section',
      communityId: 'community1',
      householdIds: ['h1'],
    }),
    nonce: newNonce(),
  })
})
afterAll(() => world.stop())

/** What may differ between two people and two requests: who they are, under which request they were saved last. */
const own = ['_id', 'name', 'phoneTail', 'phoneHash', 'alias', 'codeKey', 'order']
const ofTheWay = ['savedAs', 'audited', 'updatedAt']
const sameOf = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([field]) => ![...own, ...ofTheWay].includes(field)))
const auditOf = (memberId: string) =>
  (world.emulator.database.find('audit', { memberId }) as unknown as AuditRow[]).map(
    ({ from, to, result, by }) => ({ from, to, result, by }),
  )

test.each(cases.map(({ what }, i) => [what, i] as const))(
  'changed by form and by file is the same row and the same audit: %s',
  (_, i) => {
    const [byForm, byFile] = ways.map((way) => storedMember(world, idOf(way, i)))
    expect(byForm?.registerVersion).toBe(1)
    expect(sameOf(byFile ?? {})).toEqual(sameOf(byForm ?? {}))
    const [ofForm, ofFile] = ways.map((way) => auditOf(idOf(way, i)))
    expect(ofForm).toHaveLength(1)
    expect(ofFile).toMatchObject(ofForm?.map(({ from, to, by }) => ({ from, to, by })) ?? [])
  },
)

test('added by form and by file is the same row, with keys of their own and known to the household', () => {
  const find = (name: string) => world.emulator.database.find('members', { name })[0] ?? {}
  const [byForm, byFile] = [find('新表填'), find('新文件')]
  expect(sameOf(byFile)).toEqual(sameOf(byForm))
  for (const field of own.filter((one) => one !== 'phoneHash'))
    expect(byFile[field]).not.toEqual(byForm[field])
  const [household] = world.emulator.database.find('households', { _id: 'h1' })
  const linked = ['form4', 'form5', 'file4', 'file5', byForm._id, byFile._id]
  expect([...((household?.memberIds ?? []) as string[])].sort()).toEqual(linked.map(String).sort())
})

describe('an organisation', () => {
  const county = 'openid-county'
  const stored = (name: string) => world.emulator.database.find('organisations', { name })[0] ?? {}
  const byForm = (change: object) =>
    world.get(county, 'organisation.change', {
      change,
      on: today,
      nonce: newNonce(),
    })
  const byFile = async (...lines: string[]) => {
    const columns = '党组织名称,上级党组织,组织类别,单位性质,成立日期,工作人员总数'
    return applyAll(world, county, await readFile(world, county, [columns, ...lines].join('\r\n')))
  }

  test('founded by form and by file is the same row', async () => {
    const place = { what: 'found', parentId: 'unit1', branchType: 'institution' }
    await byForm({ ...place, type: 'branch', name: '县畜牧站党支部' })
    await byFile('县种子站党支部,县农业农村局党组,党支部,事业单位,2026-09-22,')
    const [one, other] = [stored('县畜牧站党支部'), stored('县种子站党支部')]
    expect(one).toMatchObject({ version: 1, isFounded: true, branchType: 'institution' })
    expect(sameOf(other)).toEqual(sameOf(one))
  })

  test('changed by form and by file is the same row, with what it was until yesterday', async () => {
    const units = ['县水利局党组', '县林业局党组'].map((name, i) => ({
      ...{ _id: `office${i}`, type: 'unit', name, parentId: 'county', order: 5 },
      validFrom: '2020-01-01',
    }))
    world.emulator.database.insertMany('organisations', units)
    world.emulator.clock.advance(61_000)
    await byForm({ what: 'edit', organisationId: 'office0', name: '县水利局党组', headcount: 40 })
    await byFile('县林业局党组,县直机关工委,党组,,,40')
    const [one, other] = [stored('县水利局党组'), stored('县林业局党组')]
    expect(one).toMatchObject({ headcount: 40, version: 1 })
    const past = (row: Record<string, unknown>) =>
      (row.past as object[]).map((state) => ({ ...state, name: undefined }))
    expect(past(other)).toEqual(past(one))
    expect({ ...sameOf(other), past: [] }).toEqual({ ...sameOf(one), past: [] })
  })
})
