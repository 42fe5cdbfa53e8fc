import { View } from '@tarojs/components'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { PickField } from '@/components/PickField/PickField'
import type { MemberEdit } from '../hooks/useMemberForm'
import { type Choices, householdText, type LinkedField, withValue } from '../logic/memberDraft'
import { cadres } from '../logic/rosterWords'

interface Props {
  edit: MemberEdit
  choices: Choices
  onChoose: (what: LinkedField) => void
}

/** Which meetings and visits are owed. */
export function OwedFields({ edit, choices, onChoose }: Props) {
  const { form, changeForm, wrong } = edit
  const wrongGroup = wrong('group')
  return (
    <>
      {choices.groups.length > 0 ? (
        <>
          <PickField
            label="党小组"
            id="field-group"
            items={choices.groups}
            value={form.groupId}
            none="不编组"
            {...(wrongGroup && { wrong: wrongGroup })}
            onChange={(groupId) => changeForm(withValue(form, 'groupId', groupId))}
          />
          <Divider inset={16} />
        </>
      ) : null}
      <PickField
        label="领导职务"
        id="field-cadre"
        items={cadres}
        value={form.cadre}
        none="不是领导干部"
        onChange={(cadre) => changeForm(withValue(form, 'cadre', cadre))}
      />
      {form.cadre === 'county' ? (
        <>
          <Divider inset={16} />
          <Contacts edit={edit} choices={choices} onTap={() => onChoose('contacts')} />
        </>
      ) : null}
      <Divider inset={16} />
      <Field label="帮扶户" id="field-households" chevron onTap={() => onChoose('households')}>
        {householdText(form, choices) ?? <View className="ph">没有</View>}
      </Field>
      <Divider inset={16} />
    </>
  )
}

function Contacts({ edit: { form }, choices, onTap }: Omit<Props, 'onChoose'> & { onTap: () => void }) {
  const names = choices.branches
    .filter(({ id }) => form.contactBranchIds.includes(id))
    .map(({ name }) => name)
  return (
    <Field label="联系点" id="field-contacts" chevron onTap={onTap}>
      {names.length > 0 ? names.join('、') : <View className="ph">没有</View>}
    </Field>
  )
}
