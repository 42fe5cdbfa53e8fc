import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './PickHead.css'

/** Over what is shown: whose or of when it is, and on the right the picker of another. */
export function PickHead({ id, picker, children }: { id?: string; picker: ReactNode; children: ReactNode }) {
  return (
    <View className="pick-head">
      <View className="pick-head-of" {...(id === undefined ? {} : { id })}>
        {children}
      </View>
      {picker}
    </View>
  )
}
