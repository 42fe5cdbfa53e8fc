import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Board } from '@domain/contract/activity'
import { Button } from '@/components/Button/Button'
import { QrCode } from '@/components/QrCode/QrCode'
import { useActivityCode } from '../hooks/useActivityCode'
import { Totals } from './Totals'
import './BigScreen.css'

interface Props {
  board: Board
  totals: Board['totals']
  onClose: () => void
}

/** For the wall of the meeting room: code and totals only, no names. The page keeps the screen on. */
export function BigScreen({ board, totals, onClose }: Props) {
  const { text, seconds, fraction } = useActivityCode(board)
  const { windowWidth, windowHeight } = Taro.getWindowInfo()
  const size = Math.max(206, Math.floor(Math.min(windowWidth - 88, windowHeight * 0.5)))
  return (
    <View className="big" id="big-screen">
      <View className="big-title">{board.title}</View>
      {text ? <QrCode id="qr-big" text={text} size={size} ring={{ fraction }} /> : null}
      <View className="big-hint">打开“先锋双岗”，点“扫码登记”</View>
      <View className="big-seconds">{`${seconds} 秒换新`}</View>
      <View className="big-totals">
        <Totals totals={totals} big />
      </View>
      <Button kind="outline" id="big-close" onTap={onClose}>
        退出投屏
      </Button>
    </View>
  )
}
