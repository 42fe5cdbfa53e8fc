import { ScrollView, View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { openSheets } from '@/navigation/tabState'
import { aria } from '@/platform/aria'
import { Icon } from '../Icon/Icon'
import { idOf } from '../idOf'
import './Sheet.css'

interface Props {
  open: boolean
  onClose: () => void
  title?: string
  children: ReactNode
  /** Stays below the scrolled part. */
  footer?: ReactNode
  id?: string
}

/** A panel from below, at most 85% of the screen; a tap beside it closes it. */
export function Sheet({ open, onClose, title, children, footer, id }: Props) {
  useEffect(() => {
    if (!open) return
    openSheets.set(openSheets.get() + 1)
    return () => openSheets.set(openSheets.get() - 1)
  }, [open])
  if (!open) return null
  return (
    <View className="sheet-root" {...idOf(id)} catchMove>
      <View className="sheet-mask" id="sheet-mask" onClick={onClose} />
      <View className="sheet">
        <View className="sheet-bar" />
        <View className="sheet-head">
          <View className="sheet-title">{title}</View>
          <View className="sheet-close" id="sheet-close" onClick={onClose} {...aria('关闭', 'button')}>
            <Icon name="x" tone="ink2" />
          </View>
        </View>
        <ScrollView className="sheet-body" scrollY>
          <View className="sheet-in">{children}</View>
        </ScrollView>
        {footer && <View className="sheet-foot">{footer}</View>}
      </View>
    </View>
  )
}
