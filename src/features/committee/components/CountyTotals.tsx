import { Text, View } from '@tarojs/components'
import type { Overview, Tally } from '@domain/contract/committee'
import type { PeriodKind } from '@domain/time/period'
import { Card } from '@/components/Card/Card'
import { aria } from '@/platform/aria'
import { waitsWords } from '@/words/besideWords'
import { byLength, countedText, periodTitle, splitTallies } from '../logic/countyTable'
import './CountyTotals.css'

interface Props {
  overview: Overview
  /** Of whom: the county unless said. */
  whose?: string
  /** Every sum opens its reasons. */
  onTap: (dutyId: string) => void
}

const lengths: Record<PeriodKind, { heading: string; added: string }> = {
  month: { heading: '每月', added: '，逐月相加' },
  quarter: { heading: '每季度', added: '，逐季度相加' },
  half: { heading: '每半年', added: '' },
  year: { heading: '每年', added: '' },
}

/** Sums over all of the county, or a unit: what is recorded of what is owed, no shares. */
export function CountyTotals({ overview: { county, period }, whose = '全县', onTap }: Props) {
  return (
    <Card className="county" id="county-totals">
      <View className="county-head">
        <View className="county-title">{`${periodTitle(period.key)}${whose}合计`}</View>
        <View className="county-unit">已记录/应开展</View>
      </View>
      {byLength(county).map(({ every, county: own }) => (
        <Block
          key={every ?? ''}
          tallies={own}
          heading={every ? lengths[every].heading : ''}
          added={every ? lengths[every].added : ''}
          onTap={onTap}
        />
      ))}
    </Card>
  )
}

interface BlockProps {
  tallies: readonly Tally[]
  /** 每月; empty where all is owed once. */
  heading: string
  /** How the parts make the sum. */
  added: string
  onTap: Props['onTap']
}
function Block({ tallies, heading, added, onTap }: BlockProps) {
  const { branches, members } = splitTallies(tallies)
  return (
    <View className={heading === '' ? '' : 'county-length'}>
      {branches.length > 0 ? (
        <>
          <View className="county-every">{`${heading}组织开展`}</View>
          <Grid tallies={branches} onTap={onTap} />
          <View className="county-how">{`${countedText(branches)}${added}`}</View>
        </>
      ) : null}
      {members.length > 0 ? (
        <View className={branches.length > 0 ? 'county-members' : ''}>
          <View className="county-every">{`${heading}党员参加`}</View>
          <Grid tallies={members} onTap={onTap} />
          <View className="county-how">{`按党员计${added}，不作要求的不算在内`}</View>
        </View>
      ) : null}
    </View>
  )
}

function Grid({ tallies, onTap }: { tallies: readonly Tally[]; onTap: Props['onTap'] }) {
  return (
    <View className="county-grid">
      {tallies.map(({ dutyId, label, done, owed, waits }) => (
        <View
          className="county-tally"
          id={`tally-${dutyId}`}
          key={dutyId}
          hoverClass="pressed"
          onClick={() => onTap(dutyId)}
          {...aria(
            [`${label}，已记录 ${done}，应开展 ${owed}`, waitsWords(waits)].filter(Boolean).join('，'),
            'button',
          )}
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
          {waits ? <View className="county-waits">{waitsWords(waits)}</View> : null}
        </View>
      ))}
    </View>
  )
}
