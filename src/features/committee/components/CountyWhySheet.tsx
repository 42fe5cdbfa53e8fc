import { Text, View } from '@tarojs/components'
import type { CountyWhy } from '@domain/contract/committee'
import { basisText } from '@domain/duty/ruleText'
import { clockOf, startOfDay } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Dotted } from '@/components/Dotted/Dotted'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Sheet } from '@/components/Sheet/Sheet'
import { countedBy, partsTitle } from '../logic/countyTable'
import './CountyWhySheet.css'

export interface CountyNumber {
  dutyId: string
  periodKey: string
}

interface Props {
  of: CountyNumber | undefined
  onClose: () => void
}

/** Why a number of the county is what it is: its rule, and once the entering is closed the parts it is the sum of, in 组织序列. */
export function CountyWhySheet({ of, onClose }: Props) {
  const why = useCloudQuery('committee.why', of ?? { dutyId: '', periodKey: '' }, { enabled: !!of })
  return (
    <Sheet open={!!of} onClose={onClose} title="为什么是这个数">
      <View id="county-why">
        <Loaded query={why} skeleton="list">
          {(data) => (
            <>
              <Head why={data} />
              <Rule why={data} />
              <Parts why={data} />
            </>
          )}
        </Loaded>
      </View>
    </Sheet>
  )
}

function Head({ why: { tally, period } }: { why: CountyWhy }) {
  return (
    <View className="cw-head">
      <View className="cw-title">
        全县
        <Text className="sep" />
        {tally.label}
      </View>
      <View className="cw-number" id="county-why-number">
        <Text className="cw-done">{tally.done}</Text>
        {`/${tally.owed}`}
      </View>
      <View className="cw-span">
        <Dotted parts={[`${formatDay(period.from)}至${formatDay(period.to)}`, countedBy(tally)]} />
      </View>
    </View>
  )
}

function Rule({ why: { rule } }: { why: CountyWhy }) {
  const { year } = clockOf(startOfDay(rule.validFrom))
  return (
    <View className="cw-rule">
      <View className="cw-rule-text">{rule.text}</View>
      <View className="cw-rule-basis">
        <View>{basisText(rule.basis)}</View>
        <Dotted parts={[`${year}年${formatDay(rule.validFrom)}起适用`, `规则第 ${rule.version} 版`]} />
      </View>
    </View>
  )
}

function Parts({ why: { parts, tally } }: { why: CountyWhy }) {
  if (!parts)
    return (
      <View className="cw-open">
        <Note tone="mute" icon="info" id="county-why-open">
          录入还没有截止，只看合计；截止后按组织序列列出各项
        </Note>
      </View>
    )
  return (
    <View id="county-why-parts" className="cw-parts">
      <View className="cw-parts-title">
        {partsTitle(tally, parts.length)}
        <View className="cw-parts-sum">{`合计 ${tally.done}/${tally.owed}`}</View>
      </View>
      {parts.map(({ id, name, done, owed }) => (
        <View className="cw-part" key={id} id={`part-${id}`}>
          <View className="cw-part-name">{name}</View>
          <View className="cw-part-n">
            <Text className="cw-part-done">{done}</Text>
            {`/${owed}`}
          </View>
        </View>
      ))}
    </View>
  )
}
