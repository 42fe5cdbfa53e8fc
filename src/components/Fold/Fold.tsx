import type { ReactNode } from 'react'
import { useState } from 'react'
import { View } from '@tarojs/components'
import { Icon } from '../Icon/Icon'
import './Fold.css'

interface Props {
  id: string
  title: string
  /** What stands inside, or that it need not be filled in. */
  sub: string
  children: ReactNode
}

/** Something folded away until it is wanted; a tap on its head opens and closes it. */
export function Fold({ id, title, sub, children }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <View className="fold-head" id={id} hoverClass="pressed" onClick={() => setOpen(!open)}>
        <View className="grow">
          <View className="fold-title">{title}</View>
          <View className="fold-sub">{sub}</View>
        </View>
        <Icon name={open ? 'up' : 'down'} tone="ink3" size={20} />
      </View>
      {open ? <View className="fold-body">{children}</View> : null}
    </>
  )
}
