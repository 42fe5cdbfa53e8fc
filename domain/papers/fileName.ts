import { dayOf } from '../time/day'
import { periodLabel, quarterLabel } from '../time/format'
import type { Period } from '../time/period'

/** Longest name with its ending, so that every phone and every computer keeps it. */
const LONGEST = 60
/** What no computer takes in a name of a file. */
const forbidden = /[\\/:*?"<>|\r\n\t]/g

/** `2026-09`, `2026年第三季度`, `2026年上半年`, `2026年`: as a file is found again. */
export function periodName(period: Pick<Period, 'kind' | 'from' | 'key'>): string {
  if (period.kind === 'month') return period.key
  const [year = '', month = ''] = period.from.split('-')
  return period.kind === 'quarter' ? `${year}年${quarterLabel(Number(month))}` : periodLabel(period)
}

/** As what a paper leaves. */
export type PaperEnding = 'docx' | 'xlsx' | 'zip'

interface Named {
  /** 组织简称 */
  organisation: string
  /** Of one meeting its start (ms); of others the period, or what a span of months is called. */
  when: number | Period | { name: string }
  /** 种类, of a meeting. */
  kind?: string
  /** A second one of its kind on that day: its title tells them apart. */
  title?: string
  /** 文种 */
  paper: string
  isDraft?: boolean
  ending: PaperEnding
}

/**
 * A name people find again.
 * `fileName({ organisation: '县农业农村局党支部', when, kind: '主题党日', paper: '会议记录', ending: 'docx' }) // '县农业农村局党支部-2026-09-22-主题党日-会议记录.docx'`
 */
export function fileName({ organisation, when, kind, title, paper, isDraft, ending }: Named): string {
  const day = typeof when === 'number' ? dayOf(when) : 'name' in when ? when.name : periodName(when)
  const tail = [paper, isDraft === true && '草稿'].filter(Boolean).join('-')
  const head = [organisation, day, kind, title].filter(Boolean).join('-')
  const room = LONGEST - tail.length - ending.length - 2
  return `${head.slice(0, room)}-${tail}.${ending}`.replace(forbidden, '－')
}
