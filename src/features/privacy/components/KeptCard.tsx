import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Tag } from '@/components/Tag/Tag'
import { kept, neverKept } from '../logic/kept'
import './KeptCard.css'

/** What is kept, line by line, and what never is. */
export function KeptCard() {
  return (
    <Card pad className="stored" id="kept">
      <View className="t-h2">我们存这些，没有别的</View>
      {kept.map(([what, which]) => (
        <View className="stored-row" key={what}>
          <View className="stored-what">{what}</View>
          <View className="grow">{which}</View>
        </View>
      ))}
      <View className="stored-line">
        <Divider />
      </View>
      <View className="t-h2">我们不存</View>
      <View className="chips mt8">
        {neverKept.map((each) => (
          <Tag key={each} tone="mute">
            {each}
          </Tag>
        ))}
      </View>
    </Card>
  )
}
