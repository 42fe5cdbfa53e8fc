import type { EarlyNote } from '@domain/contract/progress'

/** What there is no record of; a record missing is no conclusion about anybody. */
const withoutRecord: Record<EarlyNote['of'], string> = {
  life: '组织生活登记',
  dues: '党费登记',
  work: '走访或实事的登记',
}

/** 6月起满三个月，暂无组织生活登记 · 4月起满五个月，… */
const lineOf = ({ of, months, since }: EarlyNote): string =>
  `${Number(since.slice(5))}月起满${months === 3 ? '三' : '五'}个月，暂无${withoutRecord[of]}`

export interface EarlyPerson {
  memberId: string
  name: string
  lines: string[]
}

/** One entry a person, in the order given. */
export function earlyPeople(notes: readonly EarlyNote[]): EarlyPerson[] {
  const people = new Map<string, EarlyPerson>()
  for (const note of notes) {
    const { memberId, name } = note
    const known = people.get(memberId) ?? { memberId, name, lines: [] }
    people.set(memberId, { ...known, lines: [...known.lines, lineOf(note)] })
  }
  return [...people.values()]
}
