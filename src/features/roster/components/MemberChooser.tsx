import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import type { MemberEdit } from '../hooks/useMemberForm'
import type { Choices, LinkedField } from '../logic/memberDraft'

interface Props {
  what: LinkedField
  edit: MemberEdit
  choices: Choices
  onClose: () => void
}

/** 联系的帮扶户 by number, 联系点 by branch. */
export function MemberChooser({ what, edit: { form, changeForm }, choices, onClose }: Props) {
  if (what === 'contacts') {
    return (
      <ChooseSheet
        title="联系点"
        items={choices.branches}
        value={form.contactBranchIds}
        most={10}
        onChange={(contactBranchIds) => changeForm({ ...form, contactBranchIds })}
        onClose={onClose}
      />
    )
  }
  return (
    <ChooseSheet
      title="联系的帮扶户"
      items={choices.households.map(({ id, number, village }) => ({ id, name: `${village} ${number}` }))}
      value={form.householdIds}
      most={10}
      placeholder="输入村名或编号"
      onChange={(householdIds) => changeForm({ ...form, householdIds })}
      onClose={onClose}
    />
  )
}
