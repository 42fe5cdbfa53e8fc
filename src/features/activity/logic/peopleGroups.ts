import { wholeName, type Prepared } from './planForm'

export interface PeopleGroup {
  id: string
  name: string
  people: Prepared['people']
}

/** The branch's people by group; groups whose name the caller may not plan for stand together at the end. */
export function peopleGroups(prepared: Prepared): PeopleGroup[] {
  const { branch, hosts, people } = prepared
  const groups = hosts.filter(({ id }) => id !== branch.id)
  const named = groups.map(({ id, name }) => ({
    id,
    name,
    people: people.filter(({ groupId }) => groupId === id),
  }))
  const taken = new Set(named.flatMap((group) => group.people.map(({ id }) => id)))
  const rest = people.filter(({ id }) => !taken.has(id))
  const name = named.length > 0 ? '未编入党小组' : wholeName(prepared)
  return [...named, { id: 'rest', name, people: rest }].filter((group) => group.people.length > 0)
}
