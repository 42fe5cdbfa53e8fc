import { parsePosts } from './parsePosts'

const branch = '县财政局第一党支部'

test.each<[string, string[]]>([
  ['书记', ['secretary']],
  ['支部书记', ['secretary']],
  ['党支部书记', ['secretary']],
  ['县财政局第一党支部书记', ['secretary']],
  ['第一支部书记', ['secretary']],
  ['副书记', ['deputy_secretary']],
  ['支部副书记、纪检委员', ['deputy_secretary', 'discipline_officer']],
  ['纪律检查委员', ['discipline_officer']],
  ['书记兼组织委员', ['secretary', 'organisation_officer']],
  ['支委会宣传委员', ['publicity_officer']],
  ['支委', ['committee_member']],
  ['支部委员会委员', ['committee_member']],
  ['青年委员', ['committee_member']],
  ['党小组长', ['group_leader']],
  ['第二党小组组长', ['group_leader']],
  ['组长', ['group_leader']],
  ['普通党员', []],
  ['', []],
])('%s is a post of the branch', (text, posts) => {
  expect(parsePosts(text, branch)).toEqual({ posts, others: [] })
})

test.each([
  '党组书记',
  '党委书记',
  '机关党委专职副书记',
  '党总支书记',
  '第一书记',
  '驻村第一书记',
  '团支部书记',
  '县财政局团支部书记',
  '县委书记',
  '纪委书记',
  '村党支部书记',
  '离退休支部书记',
  '第二党支部书记',
  '县财政局第二党支部书记',
  '县教育局党支部组织委员',
  '组织部部长',
  '宣传部副部长',
  '组织员',
  '组织干事',
  '党组成员',
  '党委委员',
  '县委委员',
  '政协委员',
  '科技组组员',
  '工会主席',
  '楼长',
])('%s is none: it is kept as text and gives no right', (text) => {
  expect(parsePosts(text, branch)).toEqual({ posts: [], others: [text] })
  expect(parsePosts(text)).toEqual({ posts: [], others: [text] })
})

test('posts of the branch and of others in one cell are told apart', () => {
  expect(parsePosts('党组书记、支部书记', branch)).toEqual({ posts: ['secretary'], others: ['党组书记'] })
})

test('without a branch in the row only bare posts count', () => {
  expect(parsePosts('支部书记')).toEqual({ posts: ['secretary'], others: [] })
  expect(parsePosts('县财政局第一党支部书记').posts).toEqual([])
})
