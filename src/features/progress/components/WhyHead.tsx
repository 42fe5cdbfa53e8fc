import { Text, View } from '@tarojs/components'
import type { Why } from '@domain/contract/progress'
import { gapNow } from '@domain/progress/gapNow'
import { useNow } from '@/cloud/useNow'
import { Ring } from '@/components/Ring/Ring'
import { spanText } from '../logic/spanText'
import { whyState } from '../logic/whyState'

/** Whose number, of which days, and what is still missing. */
export function WhyHead({ why }: { why: Why }) {
  const { line, subjectName } = why
  const now = useNow(60_000)
  const need = line.needed === null ? '' : `，需 ${line.needed} ${line.measure}`
  const { text, tone } = whyState(why, now)
  return (
    <View className="why-head" id="why-head">
      <Ring
        done={line.done}
        needed={line.needed}
        state={line.state}
        calm={gapNow(line, now) !== 'pressing'}
        size={72}
        label={`${line.label}，已 ${line.done} ${line.measure}${need}`}
      />
      <View className="why-head-text">
        <View className="why-title">
          {subjectName}
          <Text className="sep" />
          {line.label}
        </View>
        <View className="why-span">
          {spanText(line.period)}，<Text className={`why-state-${tone}`}>{text}</Text>
        </View>
      </View>
    </View>
  )
}
