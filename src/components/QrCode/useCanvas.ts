import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** A 2d canvas to draw on; the canvas is as large as whoever draws makes it. */
export interface CanvasBoard {
  pen: CanvasRenderingContext2D
  canvas: { width: number; height: number }
}

/** The canvas of an id, null until its node exists, which is only some time after the first render. */
export function useCanvas(id: string): CanvasBoard | null {
  const [board, setBoard] = useState<CanvasBoard | null>(null)
  useEffect(() => {
    let tries = 0
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .fields({ node: true, size: true })
        .exec((found: ({ node?: HTMLCanvasElement } | null)[]) => {
          const canvas = found[0]?.node
          const pen = canvas?.getContext('2d')
          if (canvas && pen) setBoard({ canvas, pen })
          else if (tries++ < 20) timer = setTimeout(look, 50)
        })
    }
    timer = setTimeout(look, 0)
    return () => clearTimeout(timer)
  }, [id])
  return board
}
