import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import type { Deed } from '@domain/contract/deed'
import { Card } from '@/components/Card/Card'
import { deedLine } from '../logic/deedLine'
import { DeedSteps } from './DeedSteps'
import './deeds.css'

interface Props extends Pick<ResponseOf<'deed.list'>, 'done' | 'needed'> {
  deeds: readonly Deed[]
}

/** 我正在办: what has been taken and is not finished, with the four steps. */
export function InHand({ deeds, done, needed }: Props) {
  return (
    <Card pad className="deed" id="in-hand">
      <View className="row between base g12">
        <View className="t-h2">我正在办</View>
        <View className="t-sub c2 num">{`今年已计入 ${done}${needed === null ? '' : `/${needed}`} 件`}</View>
      </View>
      {deeds.map((deed) => (
        <View key={deed.id} className="in-hand" id={`in-hand-${deed.id}`}>
          <View className="t-body">{deed.title}</View>
          <View className="t-sub c2">
            {deed.where}
            <View className="sep" />
            {deedLine(deed)}
          </View>
          {!deed.withdrawn && <DeedSteps />}
        </View>
      ))}
    </Card>
  )
}
