import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import { provisionalText, stateText, type Year } from '../logic/workdayWords'
import { YearDays } from './YearDays'

/** A year's days off and worked, and whose word they are. */
export const WorkYearCard = ({ year }: { year: Year }) => (
  <View id={`workdays-${year.year}`}>
    <Section title={`${year.year}年`} right={stateText(year)} />
    <Card pad>
      <YearDays days={year} />
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
