import { View } from '@tarojs/components'
import type { Board } from '@domain/contract/activity'
import { Card } from '@/components/Card/Card'
import { RotatingCode } from '@/components/RotatingCode/RotatingCode'
import { Totals } from './Totals'
import './CodeCard.css'

interface Props {
  board: Board
  totals: Board['totals']
}

export function CodeCard({ board, totals }: Props) {
  return (
    <Card className="code-card" id="code-card">
      <RotatingCode source={board} />
      <View className="code-totals">
        <Totals totals={totals} joint={board.joint} />
      </View>
    </Card>
  )
}
