import { clean } from './cell'

/** Fields in which both registers write; the names are those the preview gets. */
export type Field =
  | 'number'
  | 'name'
  | 'phone'
  | 'branch'
  | 'group'
  | 'standing'
  | 'post'
  | 'cadre'
  | 'joinedOn'
  | 'regularOn'
  | 'since'
  | 'community'
  | 'households'
  | 'organisation'
  | 'parent'
  | 'type'
  | 'nature'
  | 'foundedOn'
  | 'termEndsOn'
  | 'hasCommittee'
  | 'headcount'

/** How people title the columns, without spaces, marks and what stands in brackets. The better title stands first: of two columns it is taken. */
const titles: Record<Field, string> = {
  number: '序号 编号 序列 顺序号 NO',
  name: '姓名 党员姓名 名字 同志姓名 人员姓名',
  phone:
    '手机号码 手机号 手机 移动电话 联系电话 联系方式手机 联系方式手机号码 联系方式手机号 联系手机 本人手机 电话号码 电话 联系方式 联系号码 联系电话后四位 手机号后四位 手机尾号 电话后四位 尾号',
  branch:
    '所在党支部 所属党支部 所在支部 所属支部 党支部 党支部名称 支部名称 支部 所在党支部名称 组织关系所在党支部 组织关系所在支部 所在党组织 所属党组织 所在基层党组织',
  group: '所在党小组 所属党小组 党小组 党小组名称 所在小组 小组',
  standing: '人员类别 党员类别 党员类型 党籍状态 政治面貌 正式或预备 是否正式党员 党员身份 类别',
  post: '党内职务 党内担任职务 支部职务 支委职务 党支部职务 党组织职务 支部班子职务 在支部任职 党务职务',
  cadre: '领导职务级别 职务级别 干部级别 领导级别 职级 行政级别 领导干部级别',
  joinedOn: '入党日期 入党时间 入党年月 加入党组织日期 加入党组织时间 加入中国共产党时间 何时入党 入党',
  regularOn: '转正日期 转正时间 转正年月 转为正式党员日期 转为正式党员时间 何时转正 转正',
  since:
    '转入日期 转入时间 转入支部日期 转入支部时间 转入本支部时间 进入当前党支部日期 进入支部时间 组织关系转入时间 组织关系转入日期',
  community: '报到社区 双报到社区 报到社区名称 所在报到社区 联系社区 居住地报到社区 服务社区',
  households: '联系帮扶户 帮扶户 结对帮扶户 联系户 帮扶联系户 结对户 帮扶户编号 联系帮扶户编号',
  organisation: '党组织名称 组织名称 党组织全称 党组织 基层党组织名称 名称 单位党组织名称',
  parent: '上级党组织 上级党组织名称 上级组织 所属上级党组织 隶属党组织 隶属关系',
  type: '组织类别 党组织类别 组织类型 党组织类型',
  nature: '单位性质 党组织所在单位性质 单位类别 单位类型 所在单位性质',
  foundedOn: '成立日期 成立时间 建立日期 建立时间 批准成立时间 批准成立日期 批准建立党组织日期',
  termEndsOn:
    '本届届满日期 届满日期 届满时间 任期届满日期 换届时间 应换届时间 换届日期 任届期满时间 本届届满时间',
  hasCommittee: '是否设支委会 是否设支部委员会 设支委会 是否成立支委会 支委会',
  headcount: '机关工作人员总数 工作人员总数 在职人数 干部职工总数 干部职工人数 单位人数 编制人数',
}

/** A column that is not needed because it is somebody's private matter: named as ignored, its cells never looked at. */
const sensitive =
  /身份证|公民身份|证件号|证件类型|出生|生日|年龄|民族|籍贯|祖籍|住址|地址|户籍|户口|住所|照片|婚姻|健康|疾病|病史|宗教|银行|卡号|账号|工资|收入|党费标准|邮箱|微信|QQ|家庭成员|配偶|护照|指纹|血型|残疾|低保|家庭|病情/i
const remarks = /备注|说明|注释|其他情况|奖惩|简历|意见|评语|评价|鉴定/

const known = new Map<string, { field: Field; rank: number }>()
for (const [field, list] of Object.entries(titles) as [Field, string][])
  list.split(' ').forEach((title, rank) => known.set(title, { field, rank }))

/** A title without what decorates it: `bareTitle('* 姓 名（必填）') // '姓名'`. */
export const bareTitle = (title: string): string =>
  clean(title)
    .replace(/[(（【[].*?[)）】\]]/g, '')
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .toUpperCase()

/** What a column is by its title. */
export type Column =
  { is: 'field'; field: Field; rank: number } | { is: 'ignored'; why: 'sensitive' | 'remarks' | 'unknown' }

/** Why a column is not to be looked at, where that is because of what it is titled. */
export function privateIn(title: string): 'sensitive' | 'remarks' | null {
  const bare = bareTitle(title)
  if (sensitive.test(bare)) return 'sensitive'
  return remarks.test(bare) ? 'remarks' : null
}

export function columnOf(title: string): Column {
  const bare = bareTitle(title)
  const found = known.get(bare)
  if (found) return { is: 'field', ...found }
  return { is: 'ignored', why: privateIn(title) ?? 'unknown' }
}
