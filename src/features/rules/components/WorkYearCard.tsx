import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import { offText, provisionalText, stateText, workedText, type Year } from '../logic/workdayWords'

/** A year's days off and worked, and whose word they are. */
export const WorkYearCard = ({ year }: { year: Year }) => (
  <View id={`workdays-${year.year}`}>
    <Section title={`${year.year}年`} right={stateText(year)} />
    <Card pad>
      <KeyValue
        items={[
          ['放假', offText(year)],
          ['调休上班', workedText(year)],
        ]}
      />
    </Card>
    {year.state === 'provisional' ? (
      <View className="mt12">
        <Note tone="miss" icon="info">
          {provisionalText(year.year)}
        </Note>
      </View>
    ) : null}
  </View>
)
