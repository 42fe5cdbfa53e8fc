import { Picker, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PeriodKind } from '@domain/time/period'
import { now } from '@/cloud/clock'
import { LinkText } from '../LinkText/LinkText'
import { PickHead } from '../PickHead/PickHead'
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
      <PickHead
        picker={
          <Picker
            mode="selector"
            range={choices.map((key) => periodText(key, at))}
            value={Math.max(0, choices.indexOf(value))}
            onChange={(event) => onChange(choices[Number(event.detail.value)] ?? value)}
          >
            <LinkText id="period" arrow="down">
              {periodText(value, at)}
            </LinkText>
          </Picker>
        }
      >
        {children}
      </PickHead>
      <Seg
        items={kindsIn(periods).map((key) => ({ key, label: labels[key] }))}
        value={kind}
        onChange={(chosen) => onChange(sameTime(periods, value, chosen, at))}
      />
    </View>
  )
}
