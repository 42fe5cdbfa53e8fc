import type { Cadre, Standing } from '../contract/words'
import { withoutSpaces } from './cell'
import type { HouseholdCode } from './entry'

/** Words about a member that leave open whether 正式 or 预备. */
const eitherStanding = /^(在职|在岗|离退休|离休|退休|流动|困难|老|女|青年|普通|机关)?(中共)?党员$/

/** 正式 or 预备; undefined: not said (在职党员, 离退休党员); null: no member (积极分子, 群众), or nobody knows. */
export function parseStanding(text: string): Standing | undefined | null {
  const bare = withoutSpaces(text)
  if (bare === '') return undefined
  if (/积极分子|发展对象|申请人|群众|团员|出党|除名|停止党籍|自行脱党|死亡|去世/.test(bare)) return null
  if (bare.includes('预备')) return 'probationary'
  if (/正式|^(中共)?党员$|^是$|^中共党员/.test(bare)) return 'full'
  return eitherStanding.test(bare.replace(/[(（].*$/, '')) ? undefined : null
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
