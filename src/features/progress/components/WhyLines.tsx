import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'

interface GroupProps {
  id: string
  before: string
  count?: number
  /** 条 unless said otherwise; only after a number. */
  after?: string
  tone?: 'done' | 'miss'
  /** How many more there are than lines. */
  further?: number | undefined
  children: ReactNode
}

/** A heading with its number, and below it as many lines. */
export function WhyGroup({ id, before, count, after = '条', tone, further = 0, children }: GroupProps) {
  return (
    <View id={id} className="why-group">
      <View className="why-group-title">
        <Text>{before}</Text>
        {count !== undefined && (
          <>
            <Text className={tone ? `why-count why-count-${tone}` : 'why-count'}>{count}</Text>
            <Text>{after}</Text>
          </>
        )}
      </View>
      {children}
      {further > 0 && <View className="why-how">{`还有 ${further} 条没有列出`}</View>}
    </View>
  )
}

interface LineProps {
  icon: ReactNode
  title: string
  text: ReactNode
  aside?: ReactNode
}

export function WhyLine({ icon, title, text, aside }: LineProps) {
  return (
    <View className="why-line">
      {icon}
      <View className="why-line-text">
        <View className="why-line-title">{title}</View>
        <View className="why-line-sub">{text}</View>
      </View>
      {aside}
    </View>
  )
}
