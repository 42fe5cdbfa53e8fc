import { Fragment } from 'react'
import { View } from '@tarojs/components'
import type { DutyLine, LifeLine } from '@domain/contract/progress'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Ring } from '@/components/Ring/Ring'
import { dutyFact, lifeWords, ringLabel } from '../logic/homeHeadline'

interface Props {
  duties: readonly DutyLine[]
  life: readonly LifeLine[]
  now: number
  onDuty: (line: DutyLine) => void
  onLife: (line: LifeLine) => void
}

const colours = { done: 'c2', info: 'c-blue', mute: 'c2' } as const

function DutyCell({ line, now, onTap }: { line: DutyLine; now: number; onTap: (line: DutyLine) => void }) {
  const fact = dutyFact(line, now)
  const owed = line.state !== 'not_owed'
  const number =
    line.needed === null ? `${line.done} ${line.measure}` : `${line.done}/${line.needed} ${line.measure}`
  return (
    <Cell
      id={`duty-${line.dutyId}`}
      onTap={() => onTap(line)}
      leading={
        <Ring
          done={line.done}
          needed={line.needed}
          state={line.state}
          size={34}
          planned={line.waiting}
          label={ringLabel(line, now)}
          calm
        />
      }
      title={<View className="m">{line.label}</View>}
      sub={owed && fact !== '暂无记录' ? fact : undefined}
      right={
        <View className={owed ? 'c2' : 'c-blue'}>
          {owed ? (fact === '暂无记录' && line.needed === null ? fact : number) : '不作要求'}
        </View>
      }
      chevron
    />
  )
}

/** Quarter and year: one line a kind, with its number. */
export function PeriodCard({ duties, life, now, onDuty, onLife }: Props) {
  return (
    <Card className="period">
      {life.map((line, index) => {
        const { text, tone, state } = lifeWords(line, now)
        return (
          <Fragment key={line.kind}>
            {index > 0 && <Divider inset={62} />}
            <Cell
              id={`life-${line.kind}`}
              onTap={() => onLife(line)}
              leading={
                <Ring
                  done={line.attended}
                  needed={null}
                  state={state}
                  size={34}
                  planned={state === 'planned' ? 1 : 0}
                  label={`${line.label}，${text}`}
                />
              }
              title={<View className="m">{line.label}</View>}
              right={<View className={colours[tone]}>{text}</View>}
              chevron
            />
          </Fragment>
        )
      })}
      {duties.map((line, index) => (
        <Fragment key={line.dutyId}>
          {index + life.length > 0 && <Divider inset={62} />}
          <DutyCell line={line} now={now} onTap={onDuty} />
        </Fragment>
      ))}
    </Card>
  )
}
