import { hasTerm, termOf } from './termOf'

test.each([
  ['branch', '县教育局党支部', true, '支部委员会', 3],
  ['branch', '县档案馆党支部', false, '党支部书记、副书记', 3],
  ['unit', '县卫健局党总支', undefined, '党总支', 3],
  ['unit', '县教育局机关党委', undefined, '机关党委', 5],
  ['community', '滨河社区党委', undefined, '班子', 5],
] as const)('%s %s: the term is of %s %s and lasts %i years', (type, name, hasCommittee, body, years) => {
  expect(termOf({ type, name, ...(hasCommittee !== undefined && { hasCommittee }) })).toEqual({ body, years })
})

test.each([
  ['branch', '县教育局党支部', true],
  ['unit', '县教育局机关党委', true],
  ['unit', '县卫健局党总支', true],
  // Named from above, not elected.
  ['unit', '县农业农村局党组', false],
  ['unit', '县委办公室室务会', false],
  ['unit', '高新区党工委', false],
  ['work_committee', '县直机关工委', false],
  ['community', '凤凰社区党委', false],
  ['group', '第一党小组', false],
] as const)('%s %s elects for a term: %s', (type, name, has) => {
  expect(hasTerm({ type, name })).toBe(has)
})
