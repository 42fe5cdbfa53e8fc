import type { ResponseOf } from '@domain/contract/actions'

type Answer = ResponseOf<'reminder.whoGets'>
type Because = Answer['unreached'][number]['because']

export interface Person {
  id: string
  name: string
  groupId?: string | undefined
}

/** Who is told by whom: a group by its leader; those of no group, or of one without a leader, by whoever runs the branch. */
export interface ToldBy<P extends Person = Person> {
  key: string
  /** 孙志强 */
  teller: string
  /** 第一党小组, 党支部 */
  of: string
  people: (P & { because: Because })[]
}

/** Those expected, by the way in which they get to know; both in the order given. */
export function whoGets<P extends Person>(
  people: readonly P[],
  { unreached, tellers, head = '' }: Answer,
): { byWeChat: P[]; byPerson: ToldBy<P>[] } {
  const because = new Map(unreached.map((one) => [one.id, one.because]))
  const byPerson: ToldBy<P>[] = []
  for (const person of people) {
    const why = because.get(person.id)
    if (why === undefined) continue
    const leader = tellers.find(({ groupId }) => groupId === person.groupId)
    const key = leader?.groupId ?? ''
    let told = byPerson.find((one) => one.key === key)
    if (!told) {
      told = { key, teller: leader?.name ?? head, of: leader?.group ?? '党支部', people: [] }
      byPerson.push(told)
    }
    told.people.push({ ...person, because: why })
  }
  return { byWeChat: people.filter(({ id }) => !because.has(id)), byPerson }
}

const sumOf = (byPerson: readonly ToldBy[]): number =>
  byPerson.reduce((sum, { people }) => sum + people.length, 0)

/** 由党小组长告知, 由党支部告知 where nobody leads their group, or both. */
const wayOf = (byPerson: readonly ToldBy[]): string => {
  const groups = byPerson.filter(({ key }) => key !== '')
  if (groups.length === 0) return '由党支部告知'
  return groups.length === byPerson.length ? '由党小组长告知' : '由党小组长、党支部告知'
}

/** 4 人由党小组长告知; empty where there is nobody. */
export function byPersonText(byPerson: readonly ToldBy[]): string {
  const told = sumOf(byPerson)
  return told === 0 ? '' : `${told} 人${wayOf(byPerson)}`
}

/** 14 人收微信，4 人由党小组长告知 · 18 人都收微信 · 18 人由党支部告知 */
export function whoGetsText({ byWeChat, byPerson }: ReturnType<typeof whoGets>): string {
  const byHand = byPersonText(byPerson)
  if (byHand === '') return `${byWeChat.length} 人都收微信`
  return byWeChat.length === 0 ? byHand : `${byWeChat.length} 人收微信，${byHand}`
}
