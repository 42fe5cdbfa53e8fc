import { Picker, View } from '@tarojs/components'
import { firstPlanDay } from '@domain/activity/firstPlanDay'
import { yearOf, yearsFor } from '@domain/activity/forYear'
import type { ActivityForm } from '@domain/contract/activity'
import { dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { TextField } from '@/components/TextField/TextField'
import { WhenField } from '@/components/WhenField/WhenField'
import type { Plan } from '../hooks/usePlan'
import {
  chooseHost,
  chooseYear,
  hostsOf,
  mayHaveTopic,
  moveEnd,
  moveStart,
  needsLecturer,
  peopleText,
  type Prepared,
} from '../logic/planForm'
import { LecturerField } from './LecturerField'
import { PersonPicker } from './PersonPicker'
import { YearField } from './YearField'
import './PlanFields.css'

interface Props {
  prepared: Prepared
  form: ActivityForm
  plan: Pick<Plan, 'change' | 'wrong'>
  /** Absent: who was there is asked below, name by name, of what is over. */
  onPeople?: () => void
}

/** The plan itself; every field comes filled as the last one of its kind was held. */
export function PlanFields({ prepared, form, plan, onPeople }: Props) {
  const { change, wrong } = plan
  const probationary = prepared.people.filter(
    ({ id, standing }) => standing === 'probationary' && form.expectedIds.includes(id),
  ).length
  return (
    <>
      <Card className="plan-fields">
        <HostField prepared={prepared} form={form} plan={plan} />
        <TextField
          label="名称"
          id="field-title"
          inputId="plan-title"
          strong
          value={form.title}
          maxlength={40}
          placeholder="活动名称"
          wrong={wrong('title')}
          onChange={(title) => change({ ...form, title })}
        />
        <Divider inset={16} />
        <WhenField
          startsAt={form.startsAt}
          endsAt={form.endsAt}
          from={firstPlanDay(dayOf(now()))}
          {...(!onPeople && { until: dayOf(now()) })}
          wrong={wrong('when')}
          onStart={(startsAt) => change(moveStart(prepared, form, startsAt))}
          onEnd={(time) => change(moveEnd(form, time))}
        />
        <HeldFor prepared={prepared} form={form} plan={plan} />
        <Divider inset={16} />
        <TextField
          label="地点"
          id="field-place"
          inputId="plan-place"
          value={form.place}
          maxlength={40}
          placeholder="在哪里"
          wrong={wrong('place')}
          onChange={(place) => change({ ...form, place })}
        />
        <Divider inset={16} />
        <PersonPicker
          people={prepared.people}
          value={form.chairId}
          onChange={(chairId) => change({ ...form, chairId })}
        >
          <Field label="主持" id="field-chair" chevron>
            {nameOf(prepared, form.chairId) ?? <View className="ph">请选</View>}
          </Field>
        </PersonPicker>
        {onPeople ? (
          <>
            <Divider inset={16} />
            <Field label="参加人" id="field-people" chevron wrong={wrong('people')} onTap={onPeople}>
              <View className="plan-people">
                <View className="plan-whole">{peopleText(prepared, form)}</View>
                {probationary > 0 ? <View className="plan-aside">{`预备 ${probationary}`}</View> : null}
              </View>
            </Field>
          </>
        ) : null}
        <LessonFields prepared={prepared} form={form} plan={plan} />
      </Card>
      <NoSecrets />
    </>
  )
}

type FieldProps = Omit<Props, 'onPeople'>

const nameOf = ({ people }: Prepared, id: string | undefined) =>
  people.find((person) => person.id === id)?.name

/** Only where several may hold the same: the groups of a branch. */
function HostField({ prepared, form, plan }: FieldProps) {
  const hosts = hostsOf(prepared, form.kind)
  if (hosts.length < 2) return null
  const index = hosts.findIndex(({ id }) => id === form.hostId)
  return (
    <>
      <Picker
        mode="selector"
        range={hosts.map(({ name }) => name)}
        value={Math.max(0, index)}
        onChange={(event) => {
          const host = hosts[Number(event.detail.value)]
          if (host) plan.change(chooseHost(prepared, form, host))
        }}
      >
        <Field label="由谁开" id="field-host" chevron>
          {hosts[index]?.name ?? <View className="ph">请选</View>}
        </Field>
      </Picker>
      <Divider inset={16} />
    </>
  )
}

function HeldFor({ prepared, form, plan }: FieldProps) {
  const choices = yearsFor(form)
  if (choices.length < 2) return null
  return (
    <>
      <Divider inset={16} />
      <YearField
        choices={choices}
        value={yearOf(form) ?? 0}
        onChange={(forYear) => plan.change(chooseYear(prepared, form, forYear))}
      />
    </>
  )
}

/** A lecture has a title, what is discussed or studied a theme. */
function topicWords(form: ActivityForm): { label: string; hint: string } {
  if (needsLecturer(form)) return { label: '题目', hint: '党课题目' }
  return form.kind === 'unit_theory_study'
    ? { label: '主题', hint: '学什么，可以不填' }
    : { label: '主题', hint: '研讨主题' }
}

/** Lecturer and topic, where it cannot count without them. */
function LessonFields({ prepared, form, plan }: FieldProps) {
  const { change, wrong } = plan
  const topic = topicWords(form)
  return (
    <>
      {needsLecturer(form) ? (
        <LecturerField prepared={prepared} form={form} wrong={wrong('lecturer')} onChange={change} />
      ) : null}
      {mayHaveTopic(form) ? (
        <>
          <Divider inset={16} />
          <TextField
            label={topic.label}
            id="field-topic"
            inputId="plan-topic"
            value={form.topic ?? ''}
            maxlength={60}
            placeholder={topic.hint}
            wrong={wrong('topic')}
            onChange={(topic) => change({ ...form, topic })}
          />
        </>
      ) : null}
    </>
  )
}
