import { Image } from '@tarojs/components'
import { aria } from '@/platform/aria'
import { QrCode } from '../QrCode/QrCode'
import type { Drawn } from './usePrintedCodes'

interface Props {
  drawn: Drawn | undefined
  size: number
  id: string
}

/** A code that never changes: WeChat's picture where it is here, else a plain one. */
export function PrintedCode({ drawn, size, id }: Props) {
  if (drawn?.picture === undefined) return <QrCode id={id} text={drawn?.text ?? ''} size={size} />
  return (
    <Image
      id={id}
      src={drawn.picture}
      style={{ width: `${size}px`, height: `${size}px` }}
      {...aria('小程序码', 'img')}
    />
  )
}
