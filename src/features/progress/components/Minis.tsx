import { View } from '@tarojs/components'
import type { DutyLine, LifeLine } from '@domain/contract/progress'
import { Ring } from '@/components/Ring/Ring'
import { useElder } from '@/platform/useElder'
import { classes } from '@/components/classes'
import { lifeWords, ringLabel, soonText } from '../logic/homeHeadline'
import './duties.css'

const colours = { done: 'c-pine', info: 'c-blue', mute: 'c2' } as const

interface Props {
  duties: readonly DutyLine[]
  life: readonly LifeLine[]
  now: number
  onDuty: (line: DutyLine) => void
  onLife: (line: LifeLine) => void
}

function dutyWords(line: DutyLine, now: number): { text: string; tone: keyof typeof colours } {
  if (line.state === 'not_owed') return { text: '不作要求', tone: 'info' }
  if (line.state === 'waiting') return { text: '待确认', tone: 'info' }
  if (line.state === 'planned' && line.next) return { text: soonText(line.next.startsAt, now), tone: 'info' }
  return { text: `${line.done}/${line.needed ?? line.done}`, tone: line.state === 'done' ? 'done' : 'mute' }
}

/** What needs no doing now, two in a row: done, in the calendar, waiting, not required. */
export function Minis({ duties, life, now, onDuty, onLife }: Props) {
  const { elder } = useElder()
  const size = elder ? 44 : 34
  return (
    <View className="minis">
      {duties.map((line) => {
        const { text, tone } = dutyWords(line, now)
        return (
          <View
            className="mini"
            key={line.dutyId}
            id={`duty-${line.dutyId}`}
            hoverClass="pressed"
            onClick={() => onDuty(line)}
          >
            <Ring
              done={line.done}
              needed={line.needed}
              state={line.state}
              size={size}
              label={ringLabel(line, now)}
              calm
            />
            <View className="mini-t">
              <View className="mini-n">{line.label}</View>
              <View className={classes('mini-v', colours[tone])}>{text}</View>
            </View>
          </View>
        )
      })}
      {/* The sentence above counts what has a number to reach. */}
      {life.length > 0 && <View className="minis-life">支部活动，没有次数要求</View>}
      {life.map((line) => {
        const { text, tone, state } = lifeWords(line, now)
        return (
          <View
            className="mini"
            key={line.kind}
            id={`life-${line.kind}`}
            hoverClass="pressed"
            onClick={() => onLife(line)}
          >
            <Ring
              done={line.attended}
              needed={null}
              state={state}
              planned={state === 'planned' ? 1 : 0}
              size={size}
              label={`${line.label}，${text}`}
            />
            <View className="mini-t">
              <View className="mini-n">{line.label}</View>
              <View className={classes('mini-v', colours[tone])}>{text.replace(/^到会 (.*) 场$/, '$1')}</View>
            </View>
          </View>
        )
      })}
    </View>
  )
}
