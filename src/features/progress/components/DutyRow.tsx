import { View } from '@tarojs/components'
import type { DutyLine } from '@domain/contract/progress'
import { gapNow } from '@domain/progress/gapNow'
import { Icon } from '@/components/Icon/Icon'
import { Ring } from '@/components/Ring/Ring'
import { useElder } from '@/platform/useElder'
import { dutyFact, ringLabel } from '../logic/homeHeadline'
import './duties.css'

interface Props {
  line: DutyLine
  now: number
  onTap: (line: DutyLine) => void
}

/** A duty that is not done yet: ring, name, one fact, what is missing. Before the last week, and once the time is over, the ring is grey and nothing is 还差. */
export function DutyRow({ line, now, onTap }: Props) {
  const { elder } = useElder()
  const { done, needed, state, missing, measure } = line
  const pressing = gapNow(line, now) === 'pressing'
  const gap = pressing && (
    <View className="gap">
      还差<View className="gap-n">{missing}</View>
      {measure}
    </View>
  )
  return (
    <View className="duty" id={`duty-${line.dutyId}`} hoverClass="pressed" onClick={() => onTap(line)}>
      <Ring
        done={done}
        needed={needed}
        state={state}
        calm={!pressing}
        planned={line.waiting}
        size={elder ? 72 : 56}
        label={ringLabel(line, now)}
      />
      <View className="grow">
        <View className="duty-n">{line.label}</View>
        {elder && gap ? gap : <View className="duty-s">{dutyFact(line, now)}</View>}
      </View>
      {!elder && gap}
      <Icon name="right" tone="line" size={20} />
    </View>
  )
}
