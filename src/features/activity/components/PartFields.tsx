import { View } from '@tarojs/components'
import type { ActivityForm } from '@domain/contract/activity'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { Note } from '@/components/Note/Note'
import { peopleText, type Prepared } from '../logic/planForm'
import './PlanMore.css'

interface Props {
  prepared: Prepared
  form: ActivityForm
  /** By name the branch that convenes it. */
  partOf: string
  wrong: string | undefined
  onPeople: () => void
}

/** A branch's part of a joint meeting: what, when and where as the other branch has planned it; who comes is the own branch's to say. */
export function PartFields({ prepared, form, partOf, wrong, onPeople }: Props) {
  const { title, startsAt, endsAt, place } = form
  const when = `${formatDay(startsAt)} ${formatWeekday(startsAt)} ${formatClock(startsAt)}–${formatClock(endsAt)}`
  return (
    <>
      <View className="plan-late" id="plan-part">
        <Note tone="info" icon="users">
          {`${partOf}主办的联合活动，名称、时间、地点由主办支部定；本支部定谁参加。`}
        </Note>
      </View>
      <Card>
        <Field label="名称">{title}</Field>
        <Divider inset={16} />
        <Field label="时间">{when}</Field>
        <Divider inset={16} />
        <Field label="地点">{place}</Field>
        <Divider inset={16} />
        <Field label="参加人" id="field-people" chevron wrong={wrong} onTap={onPeople}>
          {peopleText(prepared, form)}
        </Field>
      </Card>
    </>
  )
}
