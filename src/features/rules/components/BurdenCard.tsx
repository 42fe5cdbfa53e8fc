import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Dotted } from '@/components/Dotted/Dotted'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { burdenLine } from '../logic/burden'
import type { RuleRow } from '../logic/ruleWords'
import { UpperTag } from './UpperTag'
import './BurdenCard.css'

/** One rule of the 减负自查表: document, 文号, article, number here and above. */
export function BurdenCard({ row, index, now }: { row: RuleRow; index: number; now: number }) {
  const line = burdenLine(row, now)
  const { label, whom, document, number, article, here, above, aboveFrom, coming } = line
  return (
    <Card className="burden-card" id={`burden-${row.rule.dutyId}`}>
      <View className="burden-head">
        <View className="burden-no">{index + 1}</View>
        <View className="burden-name">
          <Dotted parts={[label, whom ?? undefined]} />
        </View>
        <UpperTag rule={row.rule} />
      </View>
      <KeyValue
        items={[
          ['本县', coming === null ? here : `${here}，${coming}`],
          ['上级', aboveFrom === null ? above : `${above}（${aboveFrom}）`],
          ['依据', document],
          ['文号', number],
          ['条款', article],
        ]}
      />
    </Card>
  )
}
