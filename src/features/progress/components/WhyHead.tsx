import { Text, View } from '@tarojs/components'
import type { Why } from '@domain/contract/progress'
import { Ring } from '@/components/Ring/Ring'
import { notOwedSentences } from '../sentences/notOwed'
import { spanText } from '../logic/spanText'

/** Whose number, of which days, and what is still missing. */
export function WhyHead({ why }: { why: Why }) {
  const { line, subjectName } = why
  const need = line.needed === null ? '' : `，需 ${line.needed} ${line.measure}`
  return (
    <View className="why-head">
      <Ring
        done={line.done}
        needed={line.needed}
        state={line.state}
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
          {spanText(line.period)}
          <WhyState why={why} />
        </View>
      </View>
    </View>
  )
}

function WhyState({ why: { line, exemption } }: { why: Why }) {
  if (line.notOwed) {
    const category = exemption ? `（${exemption}）` : ''
    return <Text className="why-state-info">{`，${notOwedSentences[line.notOwed]}${category}`}</Text>
  }
  if (line.needed === null) return <Text>，定期开展，不设次数</Text>
  if (line.missing === 0) return <Text className="why-state-done">，已完成</Text>
  return (
    <Text>
      ，<Text className="why-state-miss">{`还差 ${line.missing} ${line.measure}`}</Text>
    </Text>
  )
}
