import type { RowReason, Verdict } from '@domain/contract/imports'
import type { Cell, Merge } from '@domain/registry/cell'

/** One kind of dirt: what is written, what must become of it, and the name it must be read as. */
export interface Dirt {
  what: string
  cells: Partial<Record<Title, Cell>>
  verdict: Verdict
  reasons: RowReason[]
  name?: string
}

const titles = [
  '序号',
  '姓名',
  '性别',
  '身份证号',
  '民族',
  '出生年月',
  '入党时间',
  '转正时间',
  '人员类别',
  '所在支部',
  '所在小组',
  '党内职务',
  '手机',
  '办公电话',
  '报到社区',
  '帮扶户',
  '备注',
] as const
type Title = (typeof titles)[number]

/** What must be found nowhere: cells of columns that are not kept. */
export const secrets = {
  身份证号: '110101199003078888',
  出生年月: '1990-03-07',
  备注: '因病长期在家',
  办公电话: '85551234',
  民族: '藏族',
}

const surnames =
  '赵钱孙周吴郑冯褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹'

/** Whole, so that the first four or last digits are seen to be dropped. */
const phoneOf = (i: number) => `1380000${String(5000 + i)}`

const kind = (what: string, cells: Dirt['cells'], reason?: RowReason, verdict: Verdict = 'refuse'): Dirt => ({
  what,
  cells,
  verdict,
  reasons: reason ? [reason] : [],
})
const fine = (what: string, cells: Dirt['cells'], name?: string): Dirt => ({
  what,
  cells,
  verdict: 'add',
  reasons: [],
  ...(name && { name }),
})
const ask = (what: string, cells: Dirt['cells'], reason: RowReason): Dirt => kind(what, cells, reason, 'ask')
const skip = (what: string, cells: Dirt['cells'], reason: RowReason): Dirt =>
  kind(what, cells, reason, 'skip')

/** Taken but for one thing. */
const flawed = (what: string, cells: Dirt['cells'], reason: RowReason): Dirt =>
  kind(what, cells, reason, 'flawed')
/** Refused for several reasons, which are all told. */
const wrong = (what: string, cells: Dirt['cells'], ...reasons: RowReason[]): Dirt => ({
  what,
  cells,
  verdict: 'refuse',
  reasons,
})

const zero = '\u200b'

const names: Dirt[] = [
  fine('nothing wrong', {}),
  fine('a space in a name of two signs', { 姓名: '丁 一' }, '丁一'),
  fine('a full-width space', { 姓名: '丁\u3000二' }, '丁二'),
  fine('zero-width signs in a name', { 姓名: `${zero}丁${zero}三\ufeff` }, '丁三'),
  fine('a line break in a name', { 姓名: '丁\n四' }, '丁四'),
  fine('a radical where the sign was meant', { 姓名: '⽅圆圆' }, '方圆圆'),
  fine('an ethnic name with a middle dot', { 姓名: '买买提·阿不都' }, '买买提·阿不都'),
  fine('with a bullet for the dot', { 姓名: '古丽•米娜' }, '古丽·米娜'),
  fine('with a Japanese dot and a space', { 姓名: '阿依 ・ 古丽' }, '阿依·古丽'),
  fine('with a full stop for the dot', { 姓名: '巴特尔.苏和' }, '巴特尔·苏和'),
  fine('a remark in brackets', { 姓名: '丁五（女）' }, '丁五'),
  fine('a rare sign of the second plane', { 姓名: '王𠮷' }, '王𠮷'),
  kind('no name', { 姓名: null }, 'no_name'),
  kind('a dash for a name', { 姓名: '—' }, 'no_name'),
  kind('a digit in a name', { 姓名: '王伟2' }, 'name_not_a_name'),
  kind('a name of one sign', { 姓名: '王' }, 'name_not_a_name'),
  kind('a sign the system could not write', { 姓名: '王\ue123' }, 'name_not_a_name'),
  kind('an ID number slipped into the name', { 姓名: secrets.身份证号 }, 'name_not_a_name'),
]

const phones: Dirt[] = [
  fine('+86 and spaces', { 手机: '+86 138 0000 6001' }),
  fine('0086 and dashes', { 手机: '0086-138-0000-6002' }),
  fine('full-width digits', { 手机: '１３８００００６００３' }),
  fine('a number, not text', { 手机: 13800006004 }),
  fine('marks of direction, as address books paste them', { 手机: '\u202d13800006005\u202c' }),
  fine('two numbers', { 手机: '13800006006/13900006007' }),
  fine('a word before it', { 手机: '手机：13800006008' }),
  fine('stars', { 手机: '138****6009' }),
  flawed('four digits under a title that asks for a number', { 手机: '6010' }, 'short_number'),
  flawed('the six digits of an office', { 手机: '668123' }, 'short_number'),
  fine('a formula around it', { 手机: '="13800006011"' }),
  fine('an apostrophe before it', { 手机: "'13800006012" }),
  fine('a number that grew a decimal', { 手机: '13800006013.0' }),
  kind('no phone', { 手机: null }, 'no_phone'),
  kind('a digit missing', { 手机: '1380000601' }, 'phone_not_a_number'),
  kind('digits lost to an exponent', { 手机: '1.38E+10' }, 'phone_not_a_number'),
  kind('a landline', { 手机: '0577-85551234' }, 'phone_not_a_number'),
]

const dates: Dirt[] = [
  fine('1998-07-01', { 入党时间: '1998-07-01' }),
  fine('1998.7', { 入党时间: '1998.7' }),
  fine('1998.07.01.', { 入党时间: '1998.07.01' }),
  fine('1998年7月1日', { 入党时间: '1998年7月1日' }),
  fine('1998年7月', { 入党时间: '1998年7月' }),
  fine('1998/7/1', { 入党时间: '1998/7/1' }),
  fine('a serial number of Excel', { 入党时间: 35977 }),
  fine('the year alone', { 入党时间: 1998 }),
  fine('a date cell', { 入党时间: new Date('1998-07-01T00:00:00Z') }),
  fine('19980701', { 入党时间: '19980701' }),
  fine('a time behind the date', { 入党时间: '1998-07-01 00:00:00' }),
  fine('full-width digits in a date', { 入党时间: '１９９８．７．１' }),
  fine('Chinese numerals', { 入党时间: '一九九八年七月一日' }),
  fine('转正 planned for next month', { 入党时间: '2025-10-10', 转正时间: '2026-10-10', 人员类别: null }),
  kind('30 February', { 入党时间: '1998-02-30' }, 'date_not_a_date'),
  kind('a number that lost its zero: January or October', { 入党时间: 1998.1 }, 'date_not_a_date'),
  kind('day and month before the year', { 入党时间: '7/1/1998' }, 'date_not_a_date'),
  kind('不详', { 入党时间: '不详' }, 'date_not_a_date'),
  kind('before the party', { 入党时间: '1898-07-01' }, 'date_not_a_date'),
  kind('转正 before 入党', { 入党时间: '2010-06-20', 转正时间: '2009-06-20' }, 'regular_before_joined'),
  wrong(
    'three things at once',
    { 姓名: '王', 手机: '1380000601', 入党时间: '不详' },
    'name_not_a_name',
    'phone_not_a_number',
    'date_not_a_date',
  ),
  kind('tomorrow', { 入党时间: '2026-09-23' }, 'date_in_future'),
]

const places: Dirt[] = [
  fine('the whole name of the branch', { 所在支部: '中国共产党农业农村局支部委员会' }),
  fine('中共 and spaces', { 所在支部: ' 中共 农业农村局 党支部 ' }),
  fine('2组', { 所在小组: '2组' }),
  fine('第3党小组', { 所在小组: '第3党小组' }),
  fine('the group with its branch', { 所在小组: '农业农村局党支部第二党小组' }),
  fine('#N/A of a formula', { 所在小组: '#N/A' }),
  fine('社区 without 党委', { 报到社区: '凤凰社区' }),
  fine('社区居委会', { 报到社区: '凤凰社区居委会' }),
  fine('a household by its number', { 帮扶户: 'f0901/青山村' }),
  fine('two households, one of a village not known yet', { 帮扶户: 'F0902/青山村；F0903/白云村' }),
  kind('an unknown branch', { 所在支部: '县水利局党支部' }, 'unknown_branch'),
  flawed('an unknown group', { 所在小组: '第九党小组' }, 'unknown_group'),
  flawed('an unknown community', { 报到社区: '天边社区' }, 'unknown_community'),
  flawed('a family by its name', { 帮扶户: '青山村张大爷家' }, 'household_not_a_code'),
  flawed('a household of no village', { 帮扶户: 'F0904/老街' }, 'unknown_village'),
  ask('a branch by half its name', { 所在支部: '财政局支部', 所在小组: null }, 'several_branches'),
]

const others: Dirt[] = [
  fine('预 备 党员', { 人员类别: '预 备 党员' }),
  fine('中共党员', { 人员类别: '中共党员' }),
  fine('two posts', { 党内职务: '组织委员、宣传委员' }),
  fine('普通党员', { 党内职务: '普通党员' }),
  fine('无', { 党内职务: '无', 报到社区: '无', 帮扶户: '/' }),
  kind('积极分子', { 人员类别: '入党积极分子' }, 'unknown_standing'),
  flawed('a post nobody knows', { 党内职务: '楼长' }, 'other_post'),
  flawed('a post of another organisation', { 党内职务: '党组书记' }, 'other_post'),
  fine('在职党员', { 人员类别: '在职党员' }),
  fine('离退休党员', { 人员类别: '离退休党员' }),
  ask('a second secretary', { 党内职务: '支部书记' }, 'second_secretary'),
  kind(
    'somebody on the register, nothing new',
    { 姓名: '李同志', 手机: '13800001001', 所在小组: '第一党小组', 党内职务: '书记', 人员类别: null },
    undefined,
    'same',
  ),
  kind(
    'somebody on the register, in another group',
    { 姓名: '陈同志', 手机: '13800001002', 所在小组: '三组' },
    undefined,
    'change',
  ),
  kind('somebody twice', { 姓名: '李 同志', 手机: '+8613800001001' }, 'twice_in_file'),
  ask('a name of the branch with other digits', { 姓名: '王同志', 手机: '13800007777' }, 'same_name'),
  ask(
    'somebody of another branch',
    { 姓名: '孙同志', 手机: '13800001004', 所在支部: '县教育局党支部', 所在小组: null },
    'other_branch',
  ),
  ask(
    'two of one name and digits',
    { 姓名: '重名者', 手机: '13800008888', 所在支部: '县教育局党支部', 所在小组: null },
    'several_persons',
  ),
  skip('an empty row', 'empty' as never, 'empty_row'),
  skip('only a number', 'number' as never, 'empty_row'),
  skip('an example', { 姓名: '张三（示例）' }, 'example_row'),
  skip('the titles again', Object.fromEntries(titles.map((title) => [title, title])), 'title_row'),
  skip('a subtotal', 'subtotal' as never, 'footer_row'),
]

/** Every kind, in the order of the file. */
export const dirt: Dirt[] = [...names, ...phones, ...dates, ...places, ...others]

function cellsOf({ cells }: Dirt, i: number): Cell[] {
  if ((cells as unknown) === 'empty') return titles.map(() => null)
  if ((cells as unknown) === 'number') return titles.map((title) => (title === '序号' ? i + 1 : null))
  if ((cells as unknown) === 'subtotal')
    return titles.map((title) => (title === '序号' ? '小计' : title === '姓名' ? '99人' : null))
  const clean: Record<Title, Cell> = {
    序号: i + 1,
    姓名: `${surnames[i] ?? '甲'}测试`,
    性别: '女',
    ...secrets,
    入党时间: '2010-06-20',
    转正时间: '2011-06-20',
    人员类别: '正式党员',
    // Written once and merged downwards.
    所在支部: null,
    所在小组: '第一党小组',
    党内职务: null,
    手机: phoneOf(i),
    报到社区: '凤凰社区党委',
    帮扶户: null,
    ...cells,
  }
  return titles.map((title) => clean[title])
}

/** Title, subtitle and titles in two lines stand above the rows. */
export const firstLine = 5

/** The file: merged title, two-line titles, a branch merged down over its members, rows of every kind, footers. */
export function dirtyBook(): { name: string; rows: Cell[][]; merges: Merge[]; hidden?: boolean }[] {
  const at = (title: Title) => titles.indexOf(title)
  const upper = titles.map((title): Cell => {
    if (title === '所在支部') return '组织关系'
    if (title === '手机') return '联系方式'
    if (title === '所在小组' || title === '办公电话') return null
    return title === '姓名' ? '* 姓　名（必填）' : title
  })
  const lower = titles.map((title): Cell => (/所在|手机|办公/.test(title) ? title : null))
  const body = dirt.map(cellsOf)
  const branch = at('所在支部')
  const merges: Merge[] = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: titles.length - 1 },
    { startRow: 2, startCol: branch, endRow: 2, endCol: branch + 1 },
    { startRow: 2, startCol: at('手机'), endRow: 2, endCol: at('手机') + 1 },
  ]
  // Runs of rows without a branch of their own get it from a merged cell.
  for (let i = 0; i < dirt.length;) {
    let end = i
    while (end < dirt.length && isBranchless(dirt[end], body[end], branch)) end += 1
    const first = body[i]
    if (end > i && first) {
      first[branch] = '农业农村局党支部'
      merges.push({ startRow: i + 4, startCol: branch, endRow: end + 3, endCol: branch })
    }
    i = Math.max(end, i + 1)
  }
  const line = (text: string): Cell[] => [text, ...titles.slice(1).map(() => null)]
  const rows = [
    line('中共农业农村局支部委员会党员花名册'),
    line('填报单位：县农业农村局　　填报日期：2026年9月1日'),
    upper,
    lower,
    ...body,
    line('合计：100人'),
    line('制表人：某某  联系电话：13800009999'),
    line('填表日期：2026年9月1日'),
  ]
  return [
    { name: '党员花名册', rows, merges },
    { name: '填写说明', rows: [['填写说明'], ['一、姓名须与身份证一致']], merges: [] },
    {
      name: '代码表',
      rows: [
        ['姓名', '手机号码'],
        ['隐藏者', '13800009998'],
      ],
      merges: [],
      hidden: true,
    },
  ]
}

const isBranchless = (one: Dirt | undefined, cells: Cell[] | undefined, branch: number): boolean =>
  typeof one?.cells === 'object' && cells?.[branch] === null
