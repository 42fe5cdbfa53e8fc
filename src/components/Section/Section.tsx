import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './Section.css'

interface Props {
  title: string
  right?: ReactNode
}

export function Section({ title, right }: Props) {
  return (
    <View className="sec">
      <View className="sec-t">{title}</View>
      {right !== undefined && <View className="sec-r">{right}</View>}
    </View>
  )
}
