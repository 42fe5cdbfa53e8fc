import { Image } from '@tarojs/components'
import { pictureOf } from '@/platform/aria'
import { QrCode } from '../QrCode/QrCode'
import type { Drawn } from './usePrintedCodes'

interface Props {
  drawn: Drawn | undefined
  size: number
  id: string
}

/** A code that never changes: WeChat's picture where it is here, else a plain one. */
export function PrintedCode({ drawn, size, id }: Props) {
  // An id of its own: who looks for the canvas must not find the picture that took its place.
  if (drawn?.picture === undefined) return <QrCode id={`${id}-plain`} text={drawn?.text ?? ''} size={size} />
  return (
    <Image
      id={id}
      src={drawn.picture}
      style={{ width: `${size}px`, height: `${size}px` }}
      {...pictureOf('小程序码')}
    />
  )
}
