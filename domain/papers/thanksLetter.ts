import { serviceKindLabels } from '../activity/serviceKindLabels'
import type { ServiceKind } from '../contract/words'
import type { Day } from '../time/day'
import { formatYearDay } from '../time/format'
import type { Period } from '../time/period'
import { periodName } from './fileName'
import type { PaperBlock, TextPaper } from './paper'

export const LETTER = '社区反馈函'

/** What members of a unit did for a community in a quarter, each of it confirmed by the community. */
export interface Served {
  community: string
  unit: string
  period: Period
  today: Day
  /** By their start, with how many of the unit came. */
  services: readonly { on: Day; title: string; kind: ServiceKind; people: number }[]
  /** In register order: those whose name the community reads. */
  people: readonly { name: string; times: number }[]
  /** Of branches that are told of in numbers alone. */
  nameless: { people: number; times: number }
  deeds: readonly string[]
  namelessDeeds: number
}

const text = (line: string): PaperBlock => ({ is: 'text', text: line })
const heading = (line: string): PaperBlock => ({ is: 'heading', text: line })

/** 人次 and 件 of a letter, as its first sentence has them. */
export const sumsOf = ({
  services,
  deeds,
  namelessDeeds,
}: Pick<Served, 'services' | 'deeds' | 'namelessDeeds'>) => ({
  times: services.reduce((sum, { people }) => sum + people, 0),
  deeds: deeds.length + namelessDeeds,
})

function opening(served: Served): PaperBlock {
  const { community, period, today } = served
  const { times, deeds } = sumsOf(served)
  const until = today <= period.to ? `（截至${formatYearDay(today)}）` : ''
  const done = [times > 0 && `参加志愿服务 ${times} 人次`, deeds > 0 && `办实事 ${deeds} 件`].filter(Boolean)
  return text(
    done.length > 0
      ? `${periodName(period)}${until}，你单位党员在${community}${done.join('，')}，都已由社区确认。`
      : `${periodName(period)}${until}，你单位党员在${community}的志愿服务和实事：暂无记录。`,
  )
}

const servicesTable = ({ services }: Served): PaperBlock => ({
  is: 'table',
  columns: [
    { title: '日期', width: 22 },
    { title: '活动', width: 38 },
    { title: '类别', width: 22 },
    { title: '人数', width: 10 },
  ],
  rows: services.map(({ on, title, kind, people }) => [
    formatYearDay(on),
    title,
    serviceKindLabels[kind],
    String(people),
  ]),
})

function peopleTable({ people, nameless }: Served): PaperBlock {
  const named = people.map(({ name, times }) => [name, String(times)])
  const others = nameless.people > 0 ? [[`其他 ${nameless.people} 名党员`, String(nameless.times)]] : []
  return {
    is: 'table',
    columns: [
      { title: '姓名', width: 40 },
      { title: '次数', width: 14 },
    ],
    rows: [...named, ...others],
  }
}

const deedLines = ({ deeds, namelessDeeds }: Served): PaperBlock[] =>
  [...deeds, ...(namelessDeeds > 0 ? [`其他 ${namelessDeeds} 件`] : [])].map((line, index) =>
    text(`${index + 1}. ${line}`),
  )

const numerals = ['一', '二', '三']

/**
 * 社区反馈函 of a quarter (P14), from a community to a unit: facts and thanks. Nobody is graded, and who did not come is not in it; the seal is
 * the hand's.
 */
export function thanksLetter(served: Served): TextPaper {
  const hasServed = served.services.length > 0
  const parts: readonly [string, PaperBlock[]][] = [
    ['参加的服务', hasServed ? [servicesTable(served)] : []],
    ['参加的同志', hasServed ? [peopleTable(served)] : []],
    ['办的实事', deedLines(served)],
  ]
  const told = parts.filter(([, blocks]) => blocks.length > 0)
  return {
    isDraft: false,
    title: LETTER,
    blocks: [
      text(`${served.unit}：`),
      opening(served),
      ...told.flatMap(([name, blocks], index) => [heading(`${numerals[index] ?? ''}、${name}`), ...blocks]),
      text('感谢你单位和各位党员同志对社区工作的支持。'),
      { is: 'signatures', who: [`${served.community}（盖章）`, '日期'] },
    ],
  }
}
