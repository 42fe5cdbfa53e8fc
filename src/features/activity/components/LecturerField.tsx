import { Picker, View } from '@tarojs/components'
import type { ActivityForm } from '@domain/contract/activity'
import { Chip } from '@/components/Chip/Chip'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { TextField } from '@/components/TextField/TextField'
import { chooseLecturer, lecturersOf, type Prepared } from '../logic/planForm'

interface Props {
  prepared: Prepared
  form: ActivityForm
  wrong: string | undefined
  onChange: (form: ActivityForm) => void
}

/** Who gives the lecture: of the branch, a leader who lectures here, or somebody from elsewhere by name and post. */
export function LecturerField({ prepared, form, wrong, onChange }: Props) {
  const people = lecturersOf(prepared)
  const { lecturerId, lecturerName, lecturerPost } = form
  const isGuest = lecturerName !== undefined
  const at = isGuest ? people.length : people.findIndex(({ id }) => id === lecturerId)
  const guest = '外请，写姓名'
  /** Who chairs mostly lectures: one tap, and nobody chosen beforehand. */
  const chair = people.find(({ id }) => id === form.chairId)
  return (
    <>
      <Divider inset={16} />
      <Picker
        mode="selector"
        range={[...people.map(({ name }) => name), guest]}
        value={Math.max(0, at)}
        onChange={(event) => onChange(chooseLecturer(form, people[Number(event.detail.value)]?.id))}
      >
        <Field label="讲课人" id="field-lecturer" chevron wrong={wrong}>
          {(isGuest ? guest : people[at]?.name) ?? <View className="ph">请选</View>}
        </Field>
      </Picker>
      {at === -1 && chair ? (
        <View className="plan-quick">
          <Chip id="lecturer-chair" onTap={() => onChange(chooseLecturer(form, chair.id))}>
            {`主持人${chair.name}讲`}
          </Chip>
        </View>
      ) : null}
      {isGuest ? (
        <>
          <Divider inset={16} />
          <TextField
            label="姓名"
            id="field-lecturer-name"
            inputId="plan-lecturer-name"
            value={lecturerName}
            maxlength={20}
            placeholder="讲课人姓名"
            onChange={(name) => onChange({ ...form, lecturerName: name })}
          />
          <Divider inset={16} />
          <TextField
            label="职务"
            id="field-lecturer-post"
            inputId="plan-lecturer-post"
            value={lecturerPost ?? ''}
            maxlength={30}
            placeholder="可以不填"
            onChange={(post) => onChange({ ...form, lecturerPost: post })}
          />
        </>
      ) : null}
    </>
  )
}
