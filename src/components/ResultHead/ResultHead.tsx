import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useElder } from '@/platform/useElder'
import { Icon, type IconName } from '../Icon/Icon'
import { Ring } from '../Ring/Ring'
import './ResultHead.css'

export interface Mark {
  icon: IconName
  tone: 'blue' | 'ochre'
}

interface Props {
  /** Absent: it is done, and a closed ring says so. */
  mark?: Mark
  title: string
  children?: ReactNode
}

/** What came of it, in one look: the head of every result page. */
export function ResultHead({ mark, title, children }: Props) {
  const { elder } = useElder()
  return (
    <View className={mark ? 'result-head' : 'result-head result-done'}>
      {mark ? (
        <View className={`mark mark-${mark.tone}`}>
          <Icon name={mark.icon} tone={mark.tone} size={40} />
        </View>
      ) : (
        <View className="result-ring">
          <Ring done={1} needed={1} state="done" size={elder ? 104 : 72} label={title} />
        </View>
      )}
      <View className={mark ? 't-hero mt16' : 't-hero mt12'} id="result-title">
        {title}
      </View>
      <View className="t-body c2 mt4 result-text">{children}</View>
    </View>
  )
}
