import type { Standing } from '../org/member'
import { withoutSpaces } from './cell'
import type { Cadre, HouseholdCode, RegisterPost } from './entry'

/** 正式 or 预备; null: said, and neither (积极分子, 群众 are no members). */
export function parseStanding(text: string): Standing | null {
  const bare = withoutSpaces(text)
  if (/积极分子|发展对象|申请人|群众|团员|出党|除名|停止党籍|自行脱党|死亡|去世/.test(bare)) return null
  if (bare.includes('预备')) return 'probationary'
  return /正式|^(中共)?党员$|^是$|^中共党员/.test(bare) ? 'full' : null
}

const posts: [RegExp, RegisterPost][] = [
  [/副书记/, 'deputy_secretary'],
  [/书记/, 'secretary'],
  [/组织(委员|干事)?/, 'organisation_officer'],
  [/宣传(委员|干事)?/, 'publicity_officer'],
  [/(小组|^组)长/, 'group_leader'],
  // 纪检, 群团, 青年, 统战, 生活: on the committee, with no page of their own.
  [/委员/, 'committee_member'],
]

/** Posts of a cell, e.g. 书记、组织委员; null: a post nobody knows. */
export function parsePosts(text: string): RegisterPost[] | null {
  const found = new Set<RegisterPost>()
  for (const part of withoutSpaces(text).split(/[、,，;；/和兼]/)) {
    if (part === '' || /^(普通)?(中共)?(正式|预备)?党员$|^普通群众$/.test(part)) continue
    // 党小组 is no 组织委员.
    const post = posts.find(([pattern]) => pattern.test(part.replace(/党小组组长|党小组长/, '小组长')))
    if (!post) return null
    found.add(post[1])
  }
  return [...found]
}

/** 科级 and 县级 leading cadres owe a lecture a year; a rank without an office (四级调研员, 一级主任科员) is none. */
export function parseCadre(text: string): Cadre | undefined {
  const bare = withoutSpaces(text)
  if (/调研员|科员|职员|办事员|巡视员/.test(bare)) return undefined
  if (/县(处)?级|处级|厅/.test(bare)) return 'county'
  return /科级|^[正副]科$/.test(bare) ? 'section' : undefined
}

const household =
  /^([A-Za-z]{0,4}-?\d{1,8}号?)[/|\-—](\p{Script=Han}{1,18})$|^(\p{Script=Han}{1,18})[/|\-—]?([A-Za-z]{0,4}-?\d{1,8}号?)$/u

/** Number and village, e.g. F0002/大坪村；F0003/杨家沟村. null: anything else, for it may name the family. */
export function parseHouseholds(text: string): HouseholdCode[] | null {
  const list: HouseholdCode[] = []
  for (const part of withoutSpaces(text).split(/[;；,，、]/)) {
    if (part === '') continue
    const found = household.exec(part)
    const [, code, village, villageFirst, codeLast] = found ?? []
    const one = { code: (code ?? codeLast)?.toUpperCase(), village: village ?? villageFirst }
    if (one.code === undefined || one.village === undefined) return null
    list.push({ code: one.code, village: one.village })
  }
  return list
}
