import { useEffect, useMemo } from 'react'
import { Canvas, View } from '@tarojs/components'
import { invitationCode } from '@domain/checkin/staticCode'
import { dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { type Drawn, usePrintedCodes } from '@/components/PrintedCode/usePrintedCodes'
import { useCanvas } from '@/components/QrCode/useCanvas'
import { aria } from '@/platform/aria'
import { haveFont } from '@/platform/haveFont'
import { loadPicture } from '@/platform/loadPicture'
import { drawPaper, PAPER, PAPER_WORDS, type PaperCode, paperFont } from '../logic/drawPaper'
import type { PaperPage } from '../logic/paperPages'
import './PaperSheet.css'

interface Props {
  page: PaperPage
  /** Who gives it out: 县直机关工委. */
  by: string
  /** The canvas once the sheet is drawn on it. */
  onDrawn: (canvas: unknown) => void
}

const readyOn = (canvas: unknown, codes: readonly Drawn[]): Promise<PaperCode[]> =>
  Promise.all(
    codes.map(async ({ picture, ...code }) => {
      const loaded = picture === undefined ? null : await loadPicture(canvas, picture)
      return { ...code, picture: loaded }
    }),
  )

/** A sheet as it will be printed, drawn in its real size and shown as wide as the page. */
export function PaperSheet({ page, by, onDrawn }: Props) {
  const board = useCanvas('paper')
  const label = `${page.heading}，${page.cards.map(({ place, title }) => `${place}${title}`).join('、')}`
  const tokens = useMemo(() => page.cards.map(({ code }) => invitationCode(code.token)), [page])
  const drawn = usePrintedCodes(tokens, page.cards[0]?.code.codePrefix ?? '')
  // One value, so that the sheet is drawn anew only when a picture has come.
  const asked = JSON.stringify(drawn)
  useEffect(() => {
    if (!board) return
    let gone = false
    const draw = (codes: readonly PaperCode[]) => {
      if (gone) return
      board.canvas.width = PAPER.width
      board.canvas.height = PAPER.height
      drawPaper(board.pen, { page, codes, by, today: dayOf(now()) })
      onDrawn(board.canvas)
    }
    const text = JSON.stringify(page) + by + PAPER_WORDS
    const fonts = Promise.all([400, 600].map((weight) => haveFont(paperFont(28, weight), text)))
    const codes = readyOn(board.canvas, JSON.parse(asked) as Drawn[])
    void Promise.all([codes, fonts]).then(([ready]) => draw(ready))
    return () => {
      gone = true
    }
  }, [board, page, by, asked, onDrawn])
  return (
    <View className="paper" {...aria(label, 'img')}>
      <Canvas type="2d" id="paper" canvasId="paper" className="paper-c" />
    </View>
  )
}
