import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { scanWords } from '@/words/scanWords'
import { Button } from '../Button/Button'
import { PrintedCode } from '../PrintedCode/PrintedCode'
import { usePrintedCodes } from '../PrintedCode/usePrintedCodes'
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
      <View className="big-code">
        {text ? <QrCode id="qr-big" text={text} size={bigSize()} ring={{ fraction }} /> : null}
      </View>
      <HowToScan opens={source.codePrefix !== ''} />
      <View className="big-sub">{`${seconds} 秒换新`}</View>
      <View className="big-totals">{children}</View>
      <Button kind="outline" id="big-close" onTap={onClose}>
        退出投屏
      </Button>
    </View>
  )
}

function HowToScan({ opens }: { opens: boolean }) {
  const { how, not } = scanWords(opens)
  return (
    <>
      <View className="big-hint">{how}</View>
      {not !== undefined && <View className="big-sub">{not}</View>}
    </>
  )
}

interface PosterProps {
  title: string
  lines: readonly string[]
  code: string
  codePrefix: string
  onClose: () => void
}

/** A code that does not change, to be shown or printed. */
export function PosterCode({ title, lines, code, codePrefix, onClose }: PosterProps) {
  const [drawn] = usePrintedCodes([code], codePrefix)
  return (
    <View className="big" id="poster">
      <View className="big-title">{title}</View>
      <View className="big-code">
        <PrintedCode id="qr-poster" drawn={drawn} size={bigSize()} />
      </View>
      <HowToScan opens={drawn?.opens === true} />
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

/** As large as the window lets it be: above what is said of it, or on a wall (BigCode.css) beside it. */
function bigSize(): number {
  const { windowWidth, windowHeight } = Taro.getWindowInfo()
  if (windowWidth >= windowHeight * 1.5)
    return Math.max(206, Math.floor(Math.min(windowHeight - 120, windowWidth * 0.5)))
  return Math.max(206, Math.floor(Math.min(windowWidth - 88, windowHeight * 0.5)))
}
