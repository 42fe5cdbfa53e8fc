import { View } from '@tarojs/components'
import { amountText, basisText } from '@domain/duty/ruleText'
import { Card } from '@/components/Card/Card'
import { Dotted } from '@/components/Dotted/Dotted'
import { comingText, dayText, isOver, type RuleRow, upperText, whoseOf } from '../logic/ruleWords'
import { UpperTag } from './UpperTag'
import './RuleHead.css'

/** The rule as it holds today, with its basis and what the document above asks. */
export function RuleHead({ row, now }: { row: RuleRow; now: number }) {
  const { rule } = row
  const coming = comingText(row, now)
  return (
    <Card className="rule-head" id="rule-head">
      <View className="rule-head-name">
        <Dotted parts={[rule.label, whoseOf(rule) ?? undefined]} />
      </View>
      <View className="rule-head-text">{rule.text}</View>
      <View className="rule-head-facts">
        <View>{basisText(rule.basis)}</View>
        <View>{`上级规定：${upperText(rule)}`}</View>
        <View>{isOver(rule, now) ? '已停用' : `现行：${amountText(rule)}`}</View>
        <View>{`第 ${rule.version} 版，${dayText(rule.validFrom, now)}起适用`}</View>
      </View>
      {coming === null || coming === '已停用' ? null : (
        <View className="rule-head-coming" id="rule-coming">
          {coming}
        </View>
      )}
      <UpperTag rule={rule} />
    </Card>
  )
}
