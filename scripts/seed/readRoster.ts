import path from 'node:path'
import { readSheet } from 'read-excel-file/node'
import type { Day } from '@domain/time/day'

export interface OrganisationRow {
  number: number
  name: string
  parentName: string | null
  category: string
  nature: string
  foundedOn: Day | null
  termEndsOn: Day | null
  hasCommittee: boolean
}

export interface HouseholdLink {
  code: string
  village: string
}

/** What the demo keeps of a row. ID number, birth date, nationality and the head of the phone number are read past. */
export interface MemberRow {
  number: number
  name: string
  joinedOn: Day
  standing: string
  branchName: string
  groupName: string | null
  post: string | null
  cadre: string | null
  phoneTail: string
  communityName: string
  households: HouseholdLink[]
  note: string | null
}

export interface Roster {
  organisations: OrganisationRow[]
  members: MemberRow[]
}

export const organisationsFile = path.join(__dirname, 'data', 'organisations.xlsx')
export const membersFile = path.join(__dirname, 'data', 'members.xlsx')

type Cell = unknown
type Row = Record<string, Cell>

/** Rows of the first sheet by the titles of its first row, so that a moved column breaks nothing. */
export async function readRows(file: string): Promise<Row[]> {
  const [titles, ...rows] = (await readSheet(file)) as Cell[][]
  if (!titles) throw new Error(`${path.basename(file)} is empty`)
  return rows.map((cells) =>
    Object.fromEntries(titles.map((title, i): [string, Cell] => [String(title), cells[i] ?? null])),
  )
}

function text(row: Row, title: string): string {
  const value = row[title]
  if (typeof value !== 'string' || value === '') throw new Error(`row ${String(row['序号'])} lacks ${title}`)
  return value
}

function optional(row: Row, title: string): string | null {
  const value = row[title]
  return typeof value === 'string' && value !== '' ? value : null
}

function organisationRow(row: Row): OrganisationRow {
  return {
    number: Number(row['序号']),
    name: text(row, '党组织名称'),
    parentName: optional(row, '上级党组织'),
    category: text(row, '组织类别'),
    nature: text(row, '单位性质'),
    foundedOn: optional(row, '成立日期'),
    termEndsOn: optional(row, '本届届满日期'),
    hasCommittee: row['是否设支委会'] === '是',
  }
}

/** `F0002/大坪村；F0003/杨家沟村` */
function householdLinks(cell: string | null): HouseholdLink[] {
  if (cell === null) return []
  return cell.split('；').map((part) => {
    const [code, village] = part.split('/')
    if (!code || !village) throw new Error(`not a household: ${part}`)
    return { code, village }
  })
}

function memberRow(row: Row): MemberRow {
  return {
    number: Number(row['序号']),
    name: text(row, '姓名'),
    joinedOn: text(row, '入党日期'),
    standing: text(row, '人员类别'),
    branchName: text(row, '所在党支部'),
    groupName: optional(row, '所在党小组'),
    post: optional(row, '党内职务'),
    cadre: optional(row, '领导职务级别'),
    phoneTail: text(row, '联系电话').slice(-4),
    communityName: text(row, '报到社区'),
    households: householdLinks(optional(row, '联系帮扶户')),
    note: optional(row, '备注'),
  }
}

/** The county's two registers, for the demo only: the import that users will have checks and reports, this one throws. */
export async function readRoster(): Promise<Roster> {
  const [organisations, members] = await Promise.all([readRows(organisationsFile), readRows(membersFile)])
  return { organisations: organisations.map(organisationRow), members: members.map(memberRow) }
}
