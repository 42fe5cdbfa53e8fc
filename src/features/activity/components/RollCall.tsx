import { View } from '@tarojs/components'
import { RollTile } from '@/components/RollTile/RollTile'
import type { RollEntry, RollGroup } from '../logic/rollCall'
import './RollCall.css'

interface Props {
  groups: RollGroup[]
  onTap: (entry: RollEntry) => void
}

/** One tap on a name is a saved registration, equal to a scan. */
export function RollCall({ groups, onTap }: Props) {
  return (
    <View id="roll-call">
      {groups.map((group) => (
        <View key={group.id}>
          <View className="roll-head">
            <View className="roll-name">{group.name}</View>
            <View className="roll-left" id={`roll-left-${group.id}`}>
              {group.open === 0 ? '没有漏登' : `还有 ${group.open} 人未登记`}
            </View>
          </View>
          <View className="tiles">
            {group.entries.map((entry) => (
              <RollTile
                key={entry.person.memberId}
                id={`roll-${entry.person.memberId}`}
                name={entry.person.name}
                state={entry.state}
                note={entry.note}
                onTap={() => onTap(entry)}
              />
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}
