import type { Cell } from '../contract/keptLists'
import type { Day } from '../time/day'
import { held } from './cell'
import { textOf } from './lines'
import type { ListTemplate } from './template'

/** 党务干部 (DUTIES row 15) and 阵地“六有”自查 (row 51), of which 年度综合考核依据 tells what the branch keeps. */
export const basicLists = { staff: 'party_staff', sites: 'sites' } as const

/** A row of them. */
export interface BasicRow {
  list: string
  cells: readonly Cell[]
  /** The day it stands on. */
  on: Day
  state: string
  stateOn: Day
}

/** 党务干部 in office, 专职 and 兼职. */
export interface StaffInOffice {
  fullTime: number
  partTime: number
}

/** Whom these rows have in office on a day; undefined: there is no row, and nobody can say. */
export function staffOn(rows: readonly BasicRow[], day: Day): StaffInOffice | undefined {
  const staff = rows.filter(({ list }) => list === basicLists.staff)
  if (staff.length === 0) return undefined
  const inOffice = staff.filter(({ on, state, stateOn }) => on <= day && (state === 'holds' || stateOn > day))
  const fullTime = inOffice.filter(({ cells }) => held(cells, 'kind', 'pickedIds')?.includes('full_time'))
  return { fullTime: fullTime.length, partTime: inOffice.length - fullTime.length }
}

/** What each site has by the look that was taken in a year, in the county's words: `党员活动室：有场所、有设施`. */
export function sitesIn(rows: readonly BasicRow[], year: number, { fields }: ListTemplate): string[] {
  const has = fields.find(({ id }) => id === 'has')
  return rows
    .filter(({ list, cells }) => list === basicLists.sites && held(cells, 'year', 'number') === year)
    .map(({ cells }) => {
      const found = has ? textOf(has, cells, () => '') : ''
      return `${held(cells, 'site', 'text') ?? ''}：${found === '' ? '暂无' : found}`
    })
}
