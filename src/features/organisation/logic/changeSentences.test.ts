import type { ChangePart, ChangePreview } from '@domain/contract/organisation'
import { changeLines } from './changeLines'
import { changeSentence, comingSentence, undoWords } from './changeSentences'

const part = (over: Partial<ChangePart>): ChangePart => ({
  id: 'branch1',
  type: 'branch',
  name: '第一党支部',
  count: 18,
  full: 17,
  probationary: 1,
  groups: 3,
  isLed: true,
  leader: '李建国',
  parentName: '县农业农村局党组',
  ...over,
})
const second = part({ id: 'branch2', name: '第二党支部', count: 12, full: 11, groups: 2, leader: '韩志远' })
const preview = (over: Partial<ChangePreview>): ChangePreview => ({
  before: [],
  after: [],
  movingCount: 0,
  moving: [],
  ending: [],
  plans: 0,
  ...over,
})
const today = '2026-09-22'
const on = '2026-10-01'

const merged = preview({
  before: [second, part({})],
  after: [part({ count: 30, full: 28, probationary: 2, groups: 5 })],
  movingCount: 12,
  ending: [{ name: '韩志远', post: 'secretary', of: '第二党支部' }],
  plans: 2,
})

test('a merge reads the way it works: the branch whose page it is goes into the other one', () => {
  expect(changeSentence('merge', on, today, merged)).toBe('10月1日起，第二党支部 12 人并入第一党支部。')
  expect(changeLines('merge', on, merged).map(({ text }) => text)).toEqual([
    '12 人的登记一条不少，跟着人走',
    '第二党支部到9月30日为止，旧记录都在',
    '2 个党小组一起过来',
    '2 场已安排的会转过来',
    '韩志远不再任第二党支部书记',
    '李建国接着任第一党支部书记',
  ])
})

test('a split that leaves a branch without secretary says so of both', () => {
  const split = preview({
    before: [part({})],
    after: [
      part({ count: 15, isLed: false }),
      part({ id: 'new', name: '青年党支部', count: 3, isLed: false }),
    ],
    movingCount: 3,
    ending: [{ name: '李建国', post: 'secretary', of: '第一党支部' }],
  })
  expect(changeSentence('split', today, today, split)).toBe('今天起，第一党支部分出 3 人，成立青年党支部。')
  const heeded = changeLines('split', today, split).filter(({ tone }) => tone === 'heed')
  expect(heeded.map(({ text }) => text)).toEqual([
    '李建国不再任第一党支部书记',
    '第一党支部这天起没有书记，请及时补选',
    '青年党支部还没有书记，请及时选出',
  ])
})

test.each([
  [
    'move',
    preview({ before: [part({})], after: [part({ parentName: '县直机关工委' })] }),
    '10月1日起，第一党支部 18 人从县农业农村局党组划到县直机关工委。',
  ],
  [
    'edit',
    preview({ before: [part({})], after: [part({ name: '机关党支部' })] }),
    '10月1日起，第一党支部改称机关党支部。',
  ],
  [
    'found',
    preview({ after: [part({ name: '新党支部', count: 0 })] }),
    '10月1日起，新建新党支部，属县农业农村局党组。',
  ],
  ['dissolve', preview({ before: [part({ count: 0 })] }), '10月1日起，撤销第一党支部。'],
] as const)('%s in one sentence', (what, told, sentence) => {
  expect(changeSentence(what, on, today, told)).toBe(sentence)
})

test('until when it can be taken back, and what there is afterwards', () => {
  expect(undoWords('merge', on, today)).toEqual({
    strong: '到9月30日都可以取消',
    text: '，当作没有办过。10月1日生效以后不能取消，只能再办拆分。',
  })
  expect(undoWords('merge', '2027-01-01', today).strong).toBe('到12月31日都可以取消')
  expect(undoWords('merge', '2027-01-01', today).text).toContain('2027年1月1日生效')
  expect(undoWords('split', today, today)).toEqual({
    strong: '今天就生效，不能取消',
    text: '，只能再办并入。',
  })
})

test('one that waits is told with its names', () => {
  const waiting = {
    changeId: 'c',
    what: 'merge',
    on,
    names: ['第二党支部'],
    to: '第一党支部',
    mayCancel: true,
  } as const
  expect(comingSentence({ ...waiting, names: [...waiting.names] }, today)).toBe(
    '10月1日起，第二党支部并入第一党支部',
  )
})
