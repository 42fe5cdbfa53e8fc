import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import './QuorumBar.css'

interface Props {
  /** 有表决权党员, expected. */
  entitled: number
  present: number
  presentNeeded: number
  /** 满 8 人可以表决 */
  needed: string
}

const percent = (part: number, whole: number) => `${whole > 0 ? Math.min(100, (part / whole) * 100) : 0}%`

/** How many who may vote are here; the notch stands where voting becomes possible. */
export function QuorumBar({ entitled, present, presentNeeded, needed }: Props) {
  const notch = percent(presentNeeded, entitled)
  return (
    <View {...aria(`有表决权党员应到 ${entitled}，实到 ${present}，${needed}`, 'img')}>
      <View className="row base g16 num">
        <View className="t-body">
          应到 <View className="quorum-n">{entitled}</View>
        </View>
        <View className="t-body">
          实到 <View className="quorum-n c-pine">{present}</View>
        </View>
      </View>
      <View className="quorum">
        <View className="quorum-bar">
          <View className="quorum-fill" style={{ width: percent(present, entitled) }} />
        </View>
        <View className="quorum-notch" style={{ left: notch }} />
        <View className="quorum-cap" style={{ left: notch }}>
          {needed}
        </View>
      </View>
    </View>
  )
}
