import type { Standing } from '../contract/words'
import { shortStandingLabels } from '../registry/labels'
import type { Day } from '../time/day'
import { formatYearDay } from '../time/format'
import type { SheetPaper } from './paper'

export const ROSTER = '党员名册'

interface Roster {
  organisation: string
  /** Whose register it is: the last day of a year, or today. */
  day: Day
  /** In register order. */
  members: readonly { name: string; standing: Standing; group: string; post: string; remark: string }[]
}

/** 党员名册 as it was on a day. No number, no birth date and no address: none is known here. */
export const rosterSheet = ({ organisation, day, members }: Roster): SheetPaper => ({
  sheets: [
    {
      name: '名册',
      title: ROSTER,
      note: `${organisation}　${formatYearDay(day)}在册 ${members.length} 人；类别是现在的类别`,
      columns: [
        { title: '序号', width: 8 },
        { title: '姓名', width: 16 },
        { title: '类别', width: 10 },
        { title: '党小组', width: 24 },
        { title: '职务', width: 24 },
        { title: '当年转入转出', width: 30 },
      ],
      rows: members.map(({ name, standing, group, post, remark }, index) => [
        index + 1,
        name,
        shortStandingLabels[standing],
        group,
        post,
        remark,
      ]),
    },
  ],
})
