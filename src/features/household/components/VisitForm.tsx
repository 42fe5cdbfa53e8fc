import { View } from '@tarojs/components'
import { formatClock } from '@domain/time/format'
import { useNow } from '@/cloud/useNow'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Icon } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'
import type { Purpose } from '../logic/purposes'
import { PurposeTiles } from './PurposeTiles'
import './household.css'

interface Props {
  chosen: readonly Purpose[]
  onChange: (chosen: Purpose[]) => void
}

/** 08a: four ticks; no text, no photo, no place. */
export function VisitForm({ chosen, onChange }: Props) {
  const now = useNow(15_000)
  return (
    <>
      <Section title="这次帮了什么" right="可多选" />
      <PurposeTiles chosen={chosen} onChange={onChange} />
      <View className="house-lock">
        <Icon name="lock" tone="ink3" size={20} />
        只点选，不写家里的情况
      </View>
      <Card className="mt16">
        <Cell
          leading={<Icon name="clock" tone="ink2" />}
          title={`今天 ${formatClock(now)}`}
          sub="不记位置，不用拍照"
        />
      </Card>
    </>
  )
}
