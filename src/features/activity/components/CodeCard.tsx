import { Text, View } from '@tarojs/components'
import type { Board } from '@domain/contract/activity'
import { Card } from '@/components/Card/Card'
import { QrCode } from '@/components/QrCode/QrCode'
import { useActivityCode } from '../hooks/useActivityCode'
import { Totals } from './Totals'
import './CodeCard.css'

interface Props {
  board: Board
  totals: Board['totals']
}

export function CodeCard({ board, totals }: Props) {
  return (
    <Card className="code-card" id="code-card">
      <RotatingCode board={board} />
      <View className="code-totals">
        <Totals totals={totals} />
      </View>
    </Card>
  )
}

/** Alone in its component: it is drawn anew every second, the page around it is not. */
function RotatingCode({ board }: { board: Board }) {
  const { text, seconds, fraction } = useActivityCode(board)
  if (!text) return null
  return (
    <>
      <View className="code-qr">
        <QrCode text={text} size={206} ring={{ fraction }} />
      </View>
      <View className="code-hint">
        <Text>打开“先锋双岗”，点“扫码登记”</Text>
        <Text className="sep" />
        <Text className="code-seconds">{`${seconds} 秒换新`}</Text>
      </View>
    </>
  )
}
