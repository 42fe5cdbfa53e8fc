import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { greeting } from '@/features/progress/logic/homeHeadline'
import { useElder } from '@/platform/useElder'

interface Props {
  name: string
  branch: string
  group: string | undefined
  now: number
  /** Which month is shown. */
  right: ReactNode
}

/** Who, where, and the slogan, which stands whole. */
export function Hello({ name, branch, group, now, right }: Props) {
  const { elder } = useElder()
  return (
    <View className="hello">
      <View className="hello-top">
        <View className="t-h1 grow" id="hello">
          {name}同志，{greeting(now)}
        </View>
        {right}
      </View>
      {!elder && (
        <View className="t-sub c2 mt4">
          {branch}
          {group && <View className="sep" />}
          {group}
        </View>
      )}
      <View className="hello-slogan">
        工作在单位、活动在社区、<Text className="hello-whole">奉献双岗位</Text>
      </View>
    </View>
  )
}
