import type { Organisation } from './organisation'

/** Whose term it is, as the pages name it, and how many years it usually lasts. */
export interface TermOf {
  body: string
  years: 3 | 5
}

/**
 * 届 of an organisation by 党和国家机关基层组织工作条例: 机关党委 5 years (art. 5), 总支 3 (art. 6), a branch 3 (art. 7): its committee's, and with
 * fewer than seven full members, where there is none, the secretary's and deputy's. Any other body is called 班子, with 5 years.
 * `termOf({ type: 'unit', name: '县教育局机关党委' }) // { body: '机关党委', years: 5 }`
 */
export const termOf = ({
  type,
  name,
  hasCommittee,
}: Pick<Organisation, 'type' | 'name' | 'hasCommittee'>): TermOf => {
  if (type === 'branch')
    return { body: hasCommittee === false ? '党支部书记、副书记' : '支部委员会', years: 3 }
  if (name.includes('总支')) return { body: '党总支', years: 3 }
  return { body: name.includes('机关') ? '机关党委' : '班子', years: 5 }
}

/** Set up or named from above, not elected: they have no 届. */
const appointed = /党组|工委|(务|常委|校委)会/

/** Whether an organisation elects a committee or a secretary for a term: a branch, a 机关党委, a 总支. */
export const hasTerm = ({ type, name }: Pick<Organisation, 'type' | 'name'>): boolean =>
  type === 'branch' || (type === 'unit' && !appointed.test(name))
