import { Text, View } from '@tarojs/components'
import type { Overview, Tally } from '@domain/contract/committee'
import { Card } from '@/components/Card/Card'
import { aria } from '@/platform/aria'
import { countedText, periodTitle, splitTallies } from '../logic/countyTable'
import './CountyTotals.css'

interface Props {
  overview: Overview
  /** Every sum opens its reasons. */
  onTap: (dutyId: string) => void
}

/** Sums over all of the county: what is recorded of what is owed, no shares. */
export function CountyTotals({ overview: { county, period }, onTap }: Props) {
  const { branches, members } = splitTallies(county)
  return (
    <Card className="county" id="county-totals">
      <View className="county-head">
        <View className="county-title">{`${periodTitle(period.key)}全县合计`}</View>
        <View className="county-unit">已记录/应开展</View>
      </View>
      {branches.length > 0 ? (
        <>
          <Grid tallies={branches} onTap={onTap} />
          <View className="county-how">{countedText(branches)}</View>
        </>
      ) : null}
      {members.length > 0 ? (
        <View className={branches.length > 0 ? 'county-members' : ''}>
          <Grid tallies={members} onTap={onTap} />
          <View className="county-how">按党员计，不作要求的不算在内</View>
        </View>
      ) : null}
    </Card>
  )
}

function Grid({ tallies, onTap }: { tallies: readonly Tally[]; onTap: Props['onTap'] }) {
  return (
    <View className="county-grid">
      {tallies.map(({ dutyId, label, done, owed }) => (
        <View
          className="county-tally"
          id={`tally-${dutyId}`}
          key={dutyId}
          hoverClass="pressed"
          onClick={() => onTap(dutyId)}
          {...aria(`${label}，已记录 ${done}，应开展 ${owed}`, 'button')}
        >
          <View className="county-line">
            <View className="county-label">{label}</View>
            <View className="county-n">
              <Text className="county-done">{done}</Text>
              {`/${owed}`}
            </View>
          </View>
          <View className="county-bar">
            <View className="county-bar-f" style={{ width: `${(Math.min(done, owed) / owed) * 100}%` }} />
          </View>
        </View>
      ))}
    </View>
  )
}
