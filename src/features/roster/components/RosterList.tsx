import { View } from '@tarojs/components'
import type { RosterRow } from '@domain/contract/roster'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Dotted } from '@/components/Dotted/Dotted'
import { Tag } from '@/components/Tag/Tag'
import { factsOf } from '../logic/rosterWords'

interface Props {
  rows: readonly RosterRow[]
  /** Absent: only to be read. */
  onOpen?: (memberId: string) => void
}

/** The register in its own order. Lines carry the id `member-<id>`. */
export function RosterList({ rows, onOpen }: Props) {
  return (
    <Card id="roster-rows" className="roster-list">
      {rows.map((row, index) => {
        const facts = factsOf(row)
        return (
          <View key={row.memberId}>
            {index > 0 ? <Divider inset={68} /> : null}
            <Cell
              id={`member-${row.memberId}`}
              leading={<Avatar name={row.name} />}
              title={row.name}
              {...(facts.length > 0 && { sub: <Dotted parts={facts} /> })}
              right={<Mark row={row} />}
              {...(onOpen && { chevron: true, onTap: () => onOpen(row.memberId) })}
            />
          </View>
        )
      })}
    </Card>
  )
}

/** What of a member waits for something. */
function Mark({ row: { bound, leavingTo, leftOn } }: { row: RosterRow }) {
  if (leavingTo) return <Tag tone="info">转出中</Tag>
  return bound || leftOn ? null : <Tag tone="mute">未绑定</Tag>
}
