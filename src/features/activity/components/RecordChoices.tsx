import { useState } from 'react'
import { stepLabels, stepsOfKind } from '@domain/activity/minutesLabels'
import type { ResponseOf } from '@domain/contract/actions'
import type { MeetingStep } from '@domain/contract/words'
import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import type { Amended } from '../hooks/useRecord'
import { ContentFields } from './ContentFields'
import { FieldSheet } from './FieldSheet'

type MeetingRecord = ResponseOf<'activity.record'>

interface Props {
  record: MeetingRecord
  busy: boolean
  onSave: (fields: Amended) => Promise<boolean>
  onClose: () => void
}

/** Steps that were gone through, or who spoke: ticked in a list. */
export function ChoiceSheet({ record, field, onSave, onClose }: Props & { field: 'steps' | 'speakers' }) {
  const { kind, steps = [], speakerIds = [], people = [] } = record
  const offered: readonly MeetingStep[] = stepsOfKind[kind] ?? []
  return field === 'steps' ? (
    <ChooseSheet
      title="已开展的环节"
      items={offered.map((step) => ({ id: step, name: stepLabels[step] }))}
      value={steps}
      onChange={(ids) => void onSave({ steps: offered.filter((step) => ids.includes(step)) })}
      onClose={onClose}
    />
  ) : (
    <ChooseSheet
      title={kind === 'unit_theory_study' ? '重点发言' : '发言人'}
      items={people}
      value={speakerIds}
      most={40}
      placeholder="输入姓名里的字"
      onChange={(ids) => void onSave({ speakerIds: ids })}
      onClose={onClose}
    />
  )
}

/** 内容 and 学时. */
export function ContentsSheet({ record, busy, onSave, onClose }: Props) {
  const [contents, setContents] = useState({ tags: record.tags, hours: record.hours })
  const save = () => onSave({ tags: contents.tags ?? [], hours: contents.hours ?? 0 })
  return (
    <FieldSheet title="内容和学时" busy={busy} onSave={save} onClose={onClose}>
      <ContentFields {...contents} onChange={(next) => setContents({ tags: next.tags, hours: next.hours })} />
    </FieldSheet>
  )
}
