import { useState } from 'react'
import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { CheckDock, CheckList } from '@/components/CheckList/CheckList'
import { useTicked } from '@/components/CheckList/useTicked'
import { Counts } from '@/components/Counts/Counts'
import { MonthPicker } from '@/components/MonthPicker/MonthPicker'
import { RotatingCode } from '@/components/RotatingCode/RotatingCode'
import { Section } from '@/components/Section/Section'
import { instantOf } from '@/components/WhenField/pickerTimes'
import { WhenField } from '@/components/WhenField/WhenField'

const nothing = () => undefined
const rows = [
  { id: 'a', name: '周敏', from: '农业农村局', note: '海报 8:52' },
  { id: 'b', name: '赵海燕', from: '农业农村局', note: '名单 8:55' },
  { id: 'c', name: '程志远', from: '财政局', sub: '9月20日走访', note: '16 号' },
]
const counts = [
  { key: 'a', label: '报名', count: 20 },
  { key: 'b', label: '已确认', count: 11, tone: 'pine' },
  { key: 'c', label: '待您确认', count: 7, tone: 'blue' },
] as const
/** No activity has it. */
const codeKey = '00'.repeat(32)

/** What those who run something use. */
export function Running() {
  const ticked = useTicked(rows.map(({ id }) => id))
  const [month, setMonth] = useState('2026-09')
  const [when, setWhen] = useState({
    startsAt: instantOf('2026-09-26', '09:00'),
    endsAt: instantOf('2026-09-26', '11:00'),
  })
  return (
    <>
      <Section title="现场码" />
      <Card pad>
        <RotatingCode source={{ id: 'gallery', codeKey, codePrefix: '' }} />
      </Card>
      <Section title="合计" />
      <Card pad>
        <Counts parts={counts} />
      </Card>
      <Section title="逐个确认" />
      <CheckList rows={rows} ticked={ticked} />
      <View className="gallery-row mt12">
        <CheckDock
          ticked={ticked}
          busy={false}
          label={(count) => `确认 ${count} 人到场`}
          onConfirm={nothing}
        />
      </View>
      <Section
        title="月份和时间"
        right={<MonthPicker month={month} running="2026-09" onChange={setMonth} />}
      />
      <Card>
        <WhenField
          {...when}
          onStart={(startsAt) => setWhen({ startsAt, endsAt: startsAt + when.endsAt - when.startsAt })}
          onEnd={(time) => setWhen({ ...when, endsAt: instantOf('2026-09-26', time) })}
        />
      </Card>
    </>
  )
}
