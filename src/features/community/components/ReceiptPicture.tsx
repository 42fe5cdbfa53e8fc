import { useEffect } from 'react'
import { Canvas, View } from '@tarojs/components'
import type { ReceiptOf } from '@domain/papers/receipt'
import { useCanvas } from '@/components/QrCode/useCanvas'
import { haveFont } from '@/platform/haveFont'
import { drawReceipt, RECEIPT, receiptFont, receiptText } from '../logic/drawReceipt'
import './receipt.css'

interface Props {
  of: ReceiptOf
  /** The canvas once the receipt is drawn on it. */
  onDrawn: (canvas: unknown) => void
}

/** The receipt as a picture, out of sight: what is sent or kept. */
export function ReceiptPicture({ of, onDrawn }: Props) {
  const board = useCanvas('receipt-picture')
  // One value, so that it is drawn anew only when something on it has changed.
  const asked = JSON.stringify(of)
  useEffect(() => {
    if (!board) return
    let gone = false
    const receipt = JSON.parse(asked) as ReceiptOf
    const fonts = [400, 600].map((weight) => haveFont(receiptFont(40, weight), receiptText(receipt)))
    void Promise.all(fonts).then(() => {
      if (gone) return
      board.canvas.width = RECEIPT.width
      board.canvas.height = RECEIPT.height
      drawReceipt(board.pen, receipt)
      onDrawn(board.canvas)
    })
    return () => {
      gone = true
    }
  }, [board, asked, onDrawn])
  return (
    <View className="receipt-away">
      <Canvas type="2d" id="receipt-picture" canvasId="receipt-picture" className="receipt-canvas" />
    </View>
  )
}
