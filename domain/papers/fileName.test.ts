import { periodByKey } from '../time/period'
import { fileName } from './fileName'

const organisation = '县农业农村局党支部'
const when = Date.parse('2026-09-22T15:00:00+08:00')

test('a meeting’s paper is found again by branch, day, kind and paper', () => {
  const named = { organisation, when, kind: '主题党日', paper: '会议记录', ending: 'docx' as const }
  expect(fileName(named)).toBe('县农业农村局党支部-2026-09-22-主题党日-会议记录.docx')
  expect(fileName({ ...named, isDraft: true })).toBe(
    '县农业农村局党支部-2026-09-22-主题党日-会议记录-草稿.docx',
  )
  expect(fileName({ ...named, title: '第二场' })).toContain('主题党日-第二场-会议记录')
})

test.each([
  ['2026-09', '2026-09'],
  ['2026-Q3', '2026年第三季度'],
  ['2026-H1', '2026年上半年'],
  ['2026', '2026年'],
])('a paper over %s says %s', (key, says) => {
  const name = fileName({ organisation, when: periodByKey(key), paper: '三会一课台账', ending: 'xlsx' })
  expect(name).toBe(`${organisation}-${says}-三会一课台账.xlsx`)
})

test('what no computer takes is replaced, and no name is longer than 60 characters', () => {
  const name = fileName({
    organisation: '名'.repeat(70),
    when,
    kind: 'a/b:c',
    paper: '会议记录',
    isDraft: true,
    ending: 'docx',
  })
  expect(name).toHaveLength(60)
  expect(name.endsWith('-会议记录-草稿.docx')).toBe(true)
  expect(fileName({ organisation: 'a/b\\c?"', when, paper: '会议记录', ending: 'docx' })).toMatch(
    /^a－b－c－－-/,
  )
})
