import type { Template } from '../contract/reminder'
import type { Day } from '../time/day'
import { type Answerer, askedAs } from './waits'

/** What WeChat may tell a person: of meetings and gaps whoever is on the register, of what waits whoever is asked for others. Nobody is asked to allow what never comes. */
export const templatesFor = (person: Omit<Answerer, 'name'>, day: Day): Template[] => [
  ...(person.member ? (['meeting', 'month_gap'] as const) : []),
  ...(askedAs(person, day).some((id) => id !== person.member?._id) ? (['waiting'] as const) : []),
]
