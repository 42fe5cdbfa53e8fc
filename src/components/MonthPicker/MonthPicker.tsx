import { Picker } from '@tarojs/components'
import { now } from '@/cloud/clock'
import { LinkText } from '../LinkText/LinkText'
import { monthChoice, monthsUpTo } from './months'

interface Props {
  month: string
  running: string
  onChange: (month: string) => void
  /** Those on offer, newest first; absent: the last twelve. */
  months?: readonly string[] | undefined
  id?: string
}

/** The running month and the past ones. */
export function MonthPicker({ month, running, onChange, months: offered, id = 'month' }: Props) {
  const months = offered ?? monthsUpTo(running)
  const at = now()
  return (
    <Picker
      mode="selector"
      range={months.map((each) => monthChoice(each, at))}
      value={Math.max(0, months.indexOf(month))}
      onChange={(event) => onChange(months[Number(event.detail.value)] ?? running)}
    >
      <LinkText id={id} arrow="down">
        {monthChoice(month, at)}
      </LinkText>
    </Picker>
  )
}
