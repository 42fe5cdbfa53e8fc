import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { burdenTotals } from '../logic/burden'
import type { RuleRow } from '../logic/ruleWords'
import './BurdenSum.css'

/** How many rules there are, and how many of them ask more than the document above. */
export function BurdenSum({ rows }: { rows: readonly RuleRow[] }) {
  const { rules, numbered, regular, more, unnumbered, uncompared, withoutNumber } = burdenTotals(rows)
  const lines: [label: string, count: number][] = [
    ['定次数', numbered],
    ['定期，不设次数', regular],
    ['高于上级规定', more],
    ['上级未定次数', unnumbered],
    ['暂无上级规定可对照', uncompared],
    ['文号待补', withoutNumber],
  ]
  return (
    <Card className="burden-sum" id="burden-sum">
      <View className="burden-sum-title">{`对支部和党员的规定共 ${rules} 条`}</View>
      {lines.map(([label, count]) => (
        <View className="burden-sum-line" key={label}>
          <View>{label}</View>
          <View className="burden-sum-n">{`${count} 条`}</View>
        </View>
      ))}
    </Card>
  )
}
