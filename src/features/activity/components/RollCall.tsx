import { View } from '@tarojs/components'
import { Button } from '@/components/Button/Button'
import { RollTile } from '@/components/RollTile/RollTile'
import type { RollEntry, RollGroup } from '../logic/rollCall'
import './RollCall.css'

interface Props {
  groups: RollGroup[]
  onTap: (entry: RollEntry) => void
  /** 全组都到: all who are left of a group at once; who was not there is tapped afterwards. Absent: while people arrive, name by name. */
  whole?: { left: (group: RollGroup) => number; onTap: (group: RollGroup) => void } | undefined
}

/** One tap on a name is a saved registration, equal to a scan. */
export function RollCall({ groups, onTap, whole }: Props) {
  return (
    <View id="roll-call">
      {groups.map((group) => (
        <View key={group.id}>
          <View className="roll-head">
            <View className="roll-name">{group.name}</View>
            <View className="roll-left" id={`roll-left-${group.id}`}>
              {group.open === 0 ? '没有漏登' : `还有 ${group.open} 人未登记`}
            </View>
            {whole && whole.left(group) > 0 ? (
              <Button kind="outline" small id={`whole-${group.id}`} onTap={() => whole.onTap(group)}>
                全组都到
              </Button>
            ) : null}
          </View>
          <View className="tiles">
            {group.entries.map((entry) => (
              <RollTile
                key={entry.person.memberId}
                id={`roll-${entry.person.memberId}`}
                name={entry.person.name}
                state={entry.state}
                note={entry.note}
                doubted={entry.doubted}
                onTap={() => onTap(entry)}
              />
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}
