import { useEffect } from 'react'
import { Canvas, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from '@/platform/aria'
import { idOf } from '../idOf'
import { drawCode, drawRing } from './drawQr'
import { useCanvas } from './useCanvas'
import './QrCode.css'

interface Props {
  text: string
  /** Side of the code in points; a ring adds 20 on each side. */
  size?: number
  ring?: { fraction: number }
  id?: string
}

const around = 20

/** A code on a 2d canvas, with the countdown on the same canvas. */
export function QrCode({ text, size = 206, ring, id = 'qr' }: Props) {
  const board = useCanvas(id)
  const whole = ring ? size + 2 * around : size
  const fraction = ring?.fraction
  useEffect(() => {
    if (!board || !text) return
    const ratio = Taro.getWindowInfo().pixelRatio || 2
    const side = Math.round(whole * ratio)
    const { canvas, pen } = board
    // Setting the width also clears.
    canvas.width = side
    canvas.height = side
    pen.fillStyle = '#FFFFFF'
    pen.fillRect(0, 0, side, side)
    if (fraction !== undefined) drawRing(pen, side, fraction, ratio)
    const start = fraction === undefined ? 0 : Math.round(around * ratio)
    drawCode(pen, text, start, start, side - 2 * start)
  }, [board, text, fraction, whole])
  return (
    <View className="qrcode" style={{ width: `${whole}px`, height: `${whole}px` }} {...aria('二维码', 'img')}>
      <Canvas
        type="2d"
        {...idOf(id)}
        canvasId={id}
        className="qrcode-c"
        style={{ width: `${whole}px`, height: `${whole}px` }}
      />
    </View>
  )
}
