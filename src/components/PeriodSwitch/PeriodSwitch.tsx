import type { ReactNode } from 'react'
import { Picker, View } from '@tarojs/components'
import type { PeriodKind } from '@domain/duty/duty'
import { now } from '@/platform/clock'
import { Icon } from '../Icon/Icon'
import { Seg } from '../Seg/Seg'
import { kindOf, kindsIn, periodText, sameTime } from './periods'
import './PeriodSwitch.css'

interface Props {
  /** Keys on offer, each kind newest first. */
  periods: readonly string[]
  value: string
  onChange: (key: string) => void
  /** Whose numbers they are. */
  children: ReactNode
}

const labels: Record<PeriodKind, string> = { month: '月', quarter: '季', half: '半年', year: '年' }

/** How long a period, and which one of them: the running one and all that can be looked back at. */
export function PeriodSwitch({ periods, value, onChange, children }: Props) {
  const at = now()
  const kind = kindOf(value)
  const choices = periods.filter((key) => kindOf(key) === kind)
  return (
    <View className="ps">
      <View className="ps-head">
        <View className="ps-whose">{children}</View>
        <Picker
          mode="selector"
          range={choices.map((key) => periodText(key, at))}
          value={Math.max(0, choices.indexOf(value))}
          onChange={(event) => onChange(choices[Number(event.detail.value)] ?? value)}
        >
          <View className="ps-pick" id="period">
            {periodText(value, at)}
            <Icon name="down" tone="blue" size={16} />
          </View>
        </Picker>
      </View>
      <Seg
        items={kindsIn(periods).map((key) => ({ key, label: labels[key] }))}
        value={kind}
        onChange={(chosen) => onChange(sameTime(periods, value, chosen, at))}
      />
    </View>
  )
}
