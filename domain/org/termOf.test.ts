import { termOf } from './termOf'

test.each([
  ['branch', '县教育局党支部', true, '支部委员会', 3],
  ['branch', '县档案馆党支部', false, '党支部书记、副书记', 3],
  ['unit', '县卫健局党总支', undefined, '党总支', 3],
  ['unit', '县教育局机关党委', undefined, '机关党委', 5],
  ['community', '滨河社区党委', undefined, '班子', 5],
] as const)('%s %s: the term is of %s %s and lasts %i years', (type, name, hasCommittee, body, years) => {
  expect(termOf({ type, name, ...(hasCommittee !== undefined && { hasCommittee }) })).toEqual({ body, years })
})
