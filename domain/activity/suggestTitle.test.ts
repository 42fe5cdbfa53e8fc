import type { ActivityKind } from '../contract/words'
import { at } from '../testing/at'
import { suggestTitle } from './suggestTitle'

test.each<[ActivityKind, string, string | undefined, string]>([
  ['theme_party_day', '2026-09-30 23:59:59.999', '县农业农村局党支部', '9月主题党日'],
  ['theme_party_day', '2026-10-01 00:00', undefined, '10月主题党日'],
  ['general_meeting', '2026-09-30 23:59:59.999', undefined, '第三季度支部党员大会'],
  ['seminar', '2026-10-01 00:00', undefined, '第四季度交流研讨'],
  ['group_meeting', '2026-09-22 15:00', '第二党小组', '第二党小组9月党小组会'],
  ['group_meeting', '2026-09-22 15:00', undefined, '9月党小组会'],
  ['unit_theory_study', '2026-09-22 15:00', '县农业农村局党组', '9月中心组学习'],
  ['work_briefing', '2026-09-22 15:00', '县农业农村局党组', '9月听取党建汇报'],
  ['org_life_meeting', '2026-12-31 23:59:59.999', undefined, '2026年度组织生活会'],
])('%s at %s by %s is titled', (kind, instant, host, title) => {
  expect(suggestTitle(kind, at(instant), host)).toBe(title)
})

test('in January to March the year before stands in the title, as it is the one proposed, unless the running one is chosen', () => {
  const january = at('2027-01-05 15:00')
  expect(suggestTitle('org_life_meeting', january)).toBe('2026年度组织生活会')
  expect(suggestTitle('org_life_meeting', january, undefined, 2027)).toBe('2027年度组织生活会')
  expect(suggestTitle('secretary_report', at('2027-04-01 00:00'))).toBe('2027年度述职')
})
