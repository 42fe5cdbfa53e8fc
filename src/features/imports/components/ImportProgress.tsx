import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { aria } from '@/platform/aria'
import './ImportProgress.css'

interface Props {
  title: string
  rows: number
  done: number
}

/** How far a large file has come. */
export function ImportProgress({ title, rows, done }: Props) {
  const share = rows > 0 ? Math.min(100, Math.round((done / rows) * 100)) : 0
  return (
    <View id="import-progress">
      <Card pad>
        <View className="import-doing">{title}</View>
        <View className="import-bar" {...aria(`${title}，${share}%`, 'img')}>
          <View className="import-fill" style={{ width: `${Math.max(4, share)}%` }} />
        </View>
        <View className="import-count">{rows > 0 ? `${done} / ${rows} 行` : '请稍候'}</View>
      </Card>
    </View>
  )
}
