import type { Member } from '../org/member'
import { shortStandingLabels } from '../registry/labels'
import { dayOf } from '../time/day'
import { FACT_SHEET, FILLS, SIGNERS, SOURCES } from './branchSheet'
import { type FactLine, periodIn } from './factLines'
import {
  cellsUnder,
  columnRange,
  type PaperSheet,
  type SheetCell,
  type SheetPaper,
  sheetRow,
  type TextPaper,
} from './paper'
import type { PaperSpan } from './paperSpan'

/** What one member was asked for and did; lines of one duty that was changed inside the span are added up. */
export interface MemberNumbers {
  member: Member
  /** From when, or until when, in the branch. */
  remark: string
  lines: readonly FactLine[]
}

/** The same for a paper, which names them. */
export interface MemberFacts extends MemberNumbers {
  name: string
}

export interface MembersFacts<M extends MemberNumbers = MemberFacts> {
  organisation: string
  span: PaperSpan
  asOf: string
  /** In register order. */
  people: readonly M[]
}

interface Item {
  dutyId: string
  label: string
}

/** Columns before the first 事项. */
const HEAD = 3
const NOT_ASKED = '不要求'

const noteOf = ({ organisation, span, asOf }: MembersFacts): string =>
  `${organisation}　${span.name}　截至${asOf}`

/** Every duty somebody has in the span, once, by the name it was last known by; of two by one name the second says so. */
function itemsOf({ people }: MembersFacts<MemberNumbers>): Item[] {
  const known = new Map(people.flatMap(({ lines }) => lines.map(({ duty }) => [duty.id, duty.label])))
  const labels = [...known.values()]
  return [...known].map(([dutyId, label], index) => {
    const before = labels.slice(0, index).filter((one) => one === label).length
    return { dutyId, label: before === 0 ? label : `${label}${before + 1}` }
  })
}

const linesFor = ({ lines }: MemberNumbers, { dutyId }: Pick<Item, 'dutyId'>): FactLine[] =>
  lines.filter(({ duty }) => duty.id === dutyId)

/** What is asked of a member in all; undefined: the duty is none of theirs. null: no number of times. */
function neededOf(lines: readonly FactLine[]): number | null | undefined {
  if (lines.length === 0) return undefined
  const asked = lines.flatMap(({ needed }) => needed ?? [])
  return asked.length === 0 ? null : asked.reduce((sum, one) => sum + one, 0)
}

const doneOf = (lines: readonly FactLine[]): number => lines.reduce((sum, { done }) => sum + done, 0)
const waitsOf = (lines: readonly FactLine[]): number => lines.reduce((sum, { waits }) => sum + waits, 0)

/** `待确认：志愿服务 1、帮扶走访 2`; empty where nothing waits. */
function waitsText(items: readonly { label: string; waits: number }[]): string {
  const waiting = items.filter(({ waits }) => waits > 0).map(({ label, waits }) => `${label} ${waits}`)
  return waiting.length === 0 ? '' : `待确认：${waiting.join('、')}`
}

/** Of one duty, what each who has it was asked for and did. `needed` null: no number of times, 0: nothing. */
export const membersWith = ({ people }: MembersFacts<MemberNumbers>, dutyId: string) =>
  people.flatMap((person) => {
    const lines = linesFor(person, { dutyId })
    const needed = neededOf(lines)
    return needed === undefined ? [] : [{ person, needed, done: doneOf(lines), waits: waitsOf(lines) }]
  })

/** What stands in 合计, a 事项 after the other; `owing`: of how many something is asked. */
export const memberTotals = (facts: MembersFacts<MemberNumbers>) =>
  itemsOf(facts).map(({ dutyId, label }) => {
    const own = membersWith(facts, dutyId)
    return {
      ...{ dutyId, label },
      owing: own.filter(({ needed }) => needed !== 0).length,
      needed: own.reduce((sum, { needed }) => sum + (needed ?? 0), 0),
      done: own.reduce((sum, one) => sum + one.done, 0),
      waits: own.reduce((sum, one) => sum + one.waits, 0),
    }
  })

function neededCell(needed: number | null | undefined): SheetCell {
  if (needed === undefined || needed === 0) return NOT_ASKED
  return needed ?? '定期'
}

const sourceColumns = [
  { title: '行', width: 6 },
  { title: '姓名', width: 12 },
  { title: '事项', width: 18 },
  { title: '时段', width: 14 },
  { title: '日期', width: 14 },
  { title: '记录', width: 44 },
  { title: '计入', width: 10 },
] as const
const cells = (title: (typeof sourceColumns)[number]['title'], records: number): string =>
  cellsUnder(SOURCES, sourceColumns, title, records)

const sourceRows = ({ people, span }: MembersFacts, items: readonly Item[]): SheetCell[][] =>
  people.flatMap((person, place) =>
    items.flatMap((item) =>
      linesFor(person, item)
        .flatMap(({ counted }) => counted.filter(({ fills }) => fills))
        .map(({ record, period }) => [
          ...[place + 1, person.name, item.label, periodIn(period, span)],
          ...[dayOf(record.at), record.title, FILLS],
        ]),
    ),
  )

function personRow(person: MemberFacts, place: number, items: readonly Item[], records: number): SheetCell[] {
  const waits = items.map((item) => ({ label: item.label, waits: waitsOf(linesFor(person, item)) }))
  const own = `${cells('行', records)},$A${sheetRow(place)}`
  return [
    place + 1,
    person.name,
    shortStandingLabels[person.member.standing],
    ...items.flatMap((item): SheetCell[] => {
      const lines = linesFor(person, item)
      const formula = `COUNTIFS(${own},${cells('事项', records)},"${item.label}")`
      return [neededCell(neededOf(lines)), { formula, value: doneOf(lines) }]
    }),
    [person.remark, waitsText(waits)].filter(Boolean).join('；'),
  ]
}

/** 合计 of the rows above. */
function totalRow(facts: MembersFacts): SheetCell[] {
  const places = facts.people.length
  const sums = memberTotals(facts)
  const totals = sums.flatMap(({ needed, done }, index) =>
    [needed, done].map((value, side) => ({
      formula: `SUM(${columnRange(HEAD + 2 * index + side, places)})`,
      value,
    })),
  )
  return ['', '合计', `${places} 人`, ...totals, waitsText(sums)]
}

function mainSheet(facts: MembersFacts, records: number): PaperSheet {
  const items = itemsOf(facts)
  return {
    name: '党员',
    title: `党员${FACT_SHEET}`,
    note: noteOf(facts),
    columns: [
      { title: '序号', width: 6 },
      { title: '姓名', width: 12 },
      { title: '类别', width: 8 },
      ...items.flatMap(({ label }) => [
        { title: `${label}应完成`, width: 12 },
        { title: `${label}已完成`, width: 12 },
      ]),
      { title: '备注', width: 22 },
    ],
    rows: [...facts.people.map((one, place) => personRow(one, place, items, records)), totalRow(facts)],
    foot: SIGNERS,
  }
}

/**
 * 党员一张: what each member was asked for and did besides the meetings; those stand on sheets of their own behind it (党员参加组织生活情况表 of the same
 * days), and so does every record.
 */
export function memberSheet(facts: MembersFacts, participation: SheetPaper): SheetPaper {
  const rows = sourceRows(facts, itemsOf(facts))
  const title = `${FACT_SHEET}${SOURCES}`
  return {
    sheets: [
      mainSheet(facts, rows.length),
      ...participation.sheets,
      { name: SOURCES, title, note: noteOf(facts), columns: sourceColumns, rows },
    ],
  }
}

const textOf = (cell: SheetCell | undefined): string =>
  cell !== null && typeof cell === 'object' ? `${cell.value}` : `${cell ?? ''}`

/** The first of its sheets, for the file. */
export function memberSheetText(facts: MembersFacts): TextPaper {
  const { title, columns, rows } = mainSheet(facts, 0)
  return {
    isDraft: false,
    title,
    blocks: [
      { is: 'text', text: noteOf(facts) },
      { is: 'table', isSmall: true, columns, rows: rows.map((row) => row.map(textOf)) },
      { is: 'signatures', who: SIGNERS },
    ],
  }
}
