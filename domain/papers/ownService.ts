import type { Day } from '../time/day'
import { formatYearDay } from '../time/format'
import { columnRange, type PaperColumn, type SheetPaper, type TextPaper } from './paper'

export const OWN_SERVICE = '个人志愿服务情况'

/** One service, as it was announced: nobody's hours are measured. */
export interface OwnService {
  on: Day
  host: string
  title: string
  /** Planned, from its start to its end (min). */
  minutes: number
  /** Said by the community; what waits for it stands outside the sum. */
  confirmed: boolean
}

interface Asked {
  name: string
  branch: string
  year: number
  today: Day
  /** By their start; two on a day are two. */
  services: readonly OwnService[]
}

const columns: readonly PaperColumn[] = [
  { title: '序号', width: 6 },
  { title: '日期', width: 16 },
  { title: '主办', width: 26 },
  { title: '活动', width: 28 },
  { title: '计划时长（小时）', width: 12 },
  { title: '确认', width: 12 },
]
/** Where the hours and the word stand. */
const [HOURS, WORD] = [4, 5]

const words = { yes: '已确认', no: '待确认' } as const
const wordOf = ({ confirmed }: OwnService): string => (confirmed ? words.yes : words.no)

/** Hours to a tenth. `hoursOf({ minutes: 100 }) // 1.7` */
const hoursOf = ({ minutes }: Pick<OwnService, 'minutes'>): number => Math.round(minutes / 6) / 10

const cellsOf = (services: readonly OwnService[]) =>
  services.map((one, index) => {
    const { on, host, title } = one
    return [index + 1, formatYearDay(on), host, title, hoursOf(one), wordOf(one)]
  })

/** What the confirmed ones come to, of the tenths that stand there. */
const totalOf = (services: readonly OwnService[]): number =>
  services.reduce((sum, one) => sum + (one.confirmed ? Math.round(hoursOf(one) * 10) : 0), 0) / 10

const noteOf = ({ name, branch, year, today, services }: Asked): string => {
  const confirmed = services.filter((one) => one.confirmed).length
  const what = services.length === 0 ? '暂无记录' : `已确认 ${confirmed} 次`
  return `${name}　${branch}　${year}年　${what}　截至${formatYearDay(today)}　本人留存`
}

/** 个人志愿服务情况 of a year (P16) as Excel: for whoever asks the member for it; no proof, and nothing of it is measured. */
export function ownService(asked: Asked): SheetPaper {
  const { services } = asked
  const rows = cellsOf(services)
  const said = columnRange(WORD, rows.length)
  const formula = `SUMIF(${said},"${words.yes}",${columnRange(HOURS, rows.length)})`
  const total = ['', '合计（已确认）', '', '', { formula, value: totalOf(services) }, '']
  return {
    sheets: [
      {
        ...{ name: '服务情况', title: OWN_SERVICE, note: noteOf(asked), columns },
        rows: rows.length > 0 ? [...rows, total] : [],
      },
    ],
  }
}

/** The same as Word. */
export function ownServiceText(asked: Asked): TextPaper {
  const { services } = asked
  const rows = cellsOf(services).map((row) => row.map(String))
  const total = ['', '合计（已确认）', '', '', String(totalOf(services)), '']
  return {
    isDraft: false,
    title: OWN_SERVICE,
    blocks: [
      { is: 'text', text: noteOf(asked) },
      { is: 'table', isSmall: true, columns, rows: rows.length > 0 ? [...rows, total] : [] },
    ],
  }
}
