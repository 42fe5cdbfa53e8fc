import { View } from '@tarojs/components'
import { basisText } from '@domain/duty/ruleText'
import { Icon } from '@/components/Icon/Icon'
import { comingText, isOver, rateText, type RuleRow } from '../logic/ruleWords'
import { UpperTag } from './UpperTag'
import './RuleCell.css'

interface Props {
  row: RuleRow
  now: number
  onOpen: (dutyId: string) => void
}

/** One rule: name, number, basis, and what is decided for the time to come. */
export function RuleCell({ row, now, onOpen }: Props) {
  const { rule } = row
  const coming = comingText(row, now)
  return (
    <View
      className="rule-cell"
      id={`rule-${rule.dutyId}`}
      hoverClass="pressed"
      onClick={() => onOpen(rule.dutyId)}
    >
      <View className="rule-cell-text">
        <View className="rule-cell-head">
          <View className="rule-cell-name">{rule.label}</View>
          <View className="rule-cell-rate">{isOver(rule, now) ? '已停用' : rateText(rule)}</View>
        </View>
        <View className="rule-cell-basis">{basisText(rule.basis)}</View>
        {coming !== null && coming !== '已停用' ? <View className="rule-cell-coming">{coming}</View> : null}
        <UpperTag rule={rule} />
      </View>
      <Icon name="right" tone="line" size={20} />
    </View>
  )
}
