import type { AbsenceReason } from '@domain/contract/words'
import { absenceLabels } from '@domain/activity/absenceLabels'
import { ReasonSheet } from './ReasonSheet'

interface Props {
  /** Whose absence; undefined: closed. */
  name: string | undefined
  busy: boolean
  onClose: () => void
  onChoose: (reason: AbsenceReason) => void
}

const choices = (Object.keys(absenceLabels) as AbsenceReason[]).map((key) => ({
  key,
  label: absenceLabels[key],
}))

/** 缺席原因 of the record: the bare category. */
export function AbsenceSheet({ name, busy, onClose, onChoose }: Props) {
  return (
    <ReasonSheet
      open={name !== undefined}
      title={`${name ?? ''}：缺席原因`}
      text="只选大类，不写具体情况"
      choices={choices}
      button="写入记录"
      busy={busy}
      onClose={onClose}
      onChoose={(reason) => reason && onChoose(reason)}
    />
  )
}
