import { View } from '@tarojs/components'
import { RollTile } from '@/components/RollTile/RollTile'
import type { TickRow } from '../hooks/useTicks'

interface Props {
  id: string
  rows: readonly TickRow[]
  /** Of what waits for nobody: 9月5日已记; 预备 · 未记 */
  noteOf: (row: TickRow) => string
  onTap: (row: TickRow) => void
}

/** One's own tick counts once somebody else has made it too. */
const waitingNote = ({ ticked }: TickRow): string => (ticked ? '等确认' : '本人已记')

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
          note={row.waits ? waitingNote(row) : noteOf(row)}
          onTap={() => onTap(row)}
        />
      ))}
    </View>
  )
}
