import { Text, View } from '@tarojs/components'
import type { Why } from '@domain/contract/progress'
import { longDay } from '../logic/spanText'

/** The rule in one sentence with its basis; a basis without number says so itself (文号待补). */
export function WhyRule({ why: { rule } }: { why: Why }) {
  return (
    <View className="why-rule">
      <View className="why-rule-text">{rule.text}</View>
      <View className="why-rule-basis">
        <View>{rule.basis}</View>
        <View>
          {longDay(rule.validFrom)}起适用
          <Text className="sep" />
          {`规则第 ${rule.version} 版`}
        </View>
      </View>
    </View>
  )
}
