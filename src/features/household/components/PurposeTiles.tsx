import { View } from '@tarojs/components'
import { PickTile } from '@/components/PickTile/PickTile'
import { type Purpose, purposeLooks, purposeOrder, toggled } from '../logic/purposes'

interface Props {
  chosen: readonly Purpose[]
  onChange: (chosen: Purpose[]) => void
}

/** What was done for the family, several if several: never a word about the family. */
export function PurposeTiles({ chosen, onChange }: Props) {
  return (
    <View className="pick-tiles" id="purposes">
      {purposeOrder.map((each) => (
        <PickTile
          key={each}
          id={`purpose-${each}`}
          {...purposeLooks[each]}
          on={chosen.includes(each)}
          onTap={() => onChange(toggled(chosen, each))}
        />
      ))}
    </View>
  )
}
