import { useEffect } from 'react'
import { Canvas, View } from '@tarojs/components'
import { dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { useCanvas } from '@/components/QrCode/useCanvas'
import { aria } from '@/platform/aria'
import { haveFont } from '@/platform/haveFont'
import { drawPaper, PAPER, PAPER_WORDS, paperFont } from '../logic/drawPaper'
import type { PaperPage } from '../logic/paperPages'
import './PaperSheet.css'

interface Props {
  page: PaperPage
  /** Who gives it out: 县直机关工委. */
  by: string
  /** The canvas once the sheet is drawn on it. */
  onDrawn: (canvas: unknown) => void
}

/** A sheet as it will be printed, drawn in its real size and shown as wide as the page. */
export function PaperSheet({ page, by, onDrawn }: Props) {
  const board = useCanvas('paper')
  const label = `${page.heading}，${page.cards.map(({ place, title }) => `${place}${title}`).join('、')}`
  useEffect(() => {
    if (!board) return
    let gone = false
    const draw = () => {
      if (gone) return
      board.canvas.width = PAPER.width
      board.canvas.height = PAPER.height
      drawPaper(board.pen, page, by, dayOf(now()))
      onDrawn(board.canvas)
    }
    const text = JSON.stringify(page) + by + PAPER_WORDS
    void Promise.all([400, 600].map((weight) => haveFont(paperFont(28, weight), text))).then(draw)
    return () => {
      gone = true
    }
  }, [board, page, by, onDrawn])
  return (
    <View className="paper" {...aria(label, 'img')}>
      <Canvas type="2d" id="paper" canvasId="paper" className="paper-c" />
    </View>
  )
}
