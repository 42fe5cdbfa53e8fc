import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../Button/Button'
import { QrCode } from '../QrCode/QrCode'
import { type CodeSource, useActivityCode } from '../RotatingCode/useActivityCode'
import './BigCode.css'

interface Props {
  title: string
  source: CodeSource
  /** Counts; no names. */
  children: ReactNode
  onClose: () => void
}

/** For the wall of the meeting room: code and totals only. The page keeps the screen on. */
export function BigCode({ title, source, children, onClose }: Props) {
  const { text, seconds, fraction } = useActivityCode(source)
  return (
    <View className="big" id="big-screen">
      <View className="big-title">{title}</View>
      {text ? <QrCode id="qr-big" text={text} size={bigSize()} ring={{ fraction }} /> : null}
      <View className="big-hint">打开“先锋双岗”，点“扫码登记”</View>
      <View className="big-sub">{`${seconds} 秒换新`}</View>
      <View className="big-totals">{children}</View>
      <Button kind="outline" id="big-close" onTap={onClose}>
        退出投屏
      </Button>
    </View>
  )
}

interface PosterProps {
  title: string
  lines: readonly string[]
  text: string
  onClose: () => void
}

/** A code that does not change, to be shown or printed. */
export function PosterCode({ title, lines, text, onClose }: PosterProps) {
  return (
    <View className="big" id="poster">
      <View className="big-title">{title}</View>
      <QrCode id="qr-poster" text={text} size={bigSize()} />
      <View className="big-hint">打开“先锋双岗”，点“扫码登记”</View>
      <View className="big-totals">
        {lines.map((line) => (
          <View className="big-sub" key={line}>
            {line}
          </View>
        ))}
      </View>
      <Button kind="outline" id="poster-close" onTap={onClose}>
        返回
      </Button>
    </View>
  )
}

function bigSize(): number {
  const { windowWidth, windowHeight } = Taro.getWindowInfo()
  return Math.max(206, Math.floor(Math.min(windowWidth - 88, windowHeight * 0.5)))
}
