import { View } from '@tarojs/components'
import { RollTile } from '@/components/RollTile/RollTile'
import type { TickRow } from '../hooks/useTicks'

interface Props {
  id: string
  rows: readonly TickRow[]
  /** 9月5日已记; 预备 · 未记 */
  noteOf: (row: TickRow) => string
  onTap: (row: TickRow) => void
}

/** A tile for each; one tap saves. */
export function TickTiles({ id, rows, noteOf, onTap }: Props) {
  return (
    <View className="tiles" id={`${id}-tiles`}>
      {rows.map((row) => (
        <RollTile
          key={row.memberId}
          id={`${id}-${row.memberId}`}
          name={row.name}
          state={row.ticked ? 'registered' : 'unregistered'}
          note={noteOf(row)}
          onTap={() => onTap(row)}
        />
      ))}
    </View>
  )
}
