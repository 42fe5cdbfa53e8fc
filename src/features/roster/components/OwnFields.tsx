import { View } from '@tarojs/components'
import type { MemberForm } from '@domain/contract/roster'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { LinkText } from '@/components/LinkText/LinkText'
import { Note } from '@/components/Note/Note'
import { open } from '@/navigation/navigate'
import { type Choices, householdText } from '../logic/memberDraft'
import { cadres, standings } from '../logic/rosterWords'

interface Props {
  form: MemberForm
  choices: Choices
}

/** What of the own entry says how much one owes: to be read, and whom to ask (domain/access/ownEntry.ts). */
export function OwnFields({ form, choices }: Props) {
  const contacts = choices.branches.filter(({ id }) => form.contactBranchIds.includes(id))
  const lines: [string, string | undefined][] = [
    ['人员类别', standings.find(({ key }) => key === form.standing)?.label],
    ['党小组', choices.groups.find(({ id }) => id === form.groupId)?.name ?? '不编组'],
    ['领导职务', cadres.find(({ id }) => id === form.cadre)?.name ?? '不是领导干部'],
    ...(contacts.length > 0
      ? [['联系点', contacts.map(({ name }) => name).join('、')] as [string, string]]
      : []),
    ['帮扶户', householdText(form, choices) ?? '没有'],
  ]
  return (
    <View id="own-fields" className="mt12">
      <Note tone="mute" icon="info">
        下面几项关系到您本人的指标，由支部另一位书记、副书记或组织委员改；没有的，由县直机关工委改
      </Note>
      <Card className="member-fields mt8">
        {lines.map(([label, text], index) => (
          <View key={label}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Field label={label}>{text}</Field>
          </View>
        ))}
      </Card>
      <View className="mt8">
        <LinkText id="own-correct" arrow="right" onTap={() => open('privacy')}>
          要改，去申请更正
        </LinkText>
      </View>
    </View>
  )
}
