import { View } from '@tarojs/components'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { offLines, workedLines, type Year } from '../logic/workdayWords'

const lines = (texts: readonly string[]) => texts.map((text) => <View key={text}>{text}</View>)

/** Days off and weekend days worked in exchange, one stretch a line. */
export const YearDays = ({ days }: { days: Pick<Year, 'off' | 'worked'> }) => (
  <KeyValue
    items={[
      ['放假', lines(offLines(days))],
      ['上班', lines(workedLines(days))],
    ]}
  />
)
