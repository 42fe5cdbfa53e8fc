import { View } from '@tarojs/components'
import type { FileColumns } from '../logic/setupSteps'
import './NeededColumns.css'

/** Which columns a file needs, and which are welcome. */
export function NeededColumns({ needed, welcome }: FileColumns) {
  return (
    <View className="columns" id="needed-columns">
      <View className="t-cap m c2">{`表里要有这 ${needed.length} 列`}</View>
      <View className="columns-list">
        {needed.map((title) => (
          <View className="columns-one" key={title}>
            {title}
          </View>
        ))}
      </View>
      <View className="t-cap c2 mt8">{`没有也行：${welcome.join('、')}`}</View>
      <View className="t-cap c2">列名、顺序不同也能认，导入前先给您看</View>
    </View>
  )
}
