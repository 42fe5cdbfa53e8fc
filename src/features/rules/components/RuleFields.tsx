import type { Rule } from '@domain/contract/duty'
import { now } from '@/cloud/clock'
import type { Looked, RuleEdit } from '../hooks/useRule'
import type { RuleRow } from '../logic/ruleWords'
import { BasisFields } from './BasisFields'
import { BranchTypes } from './BranchTypes'
import { NumberFields } from './NumberFields'
import { PreviewSheet } from './PreviewSheet'
import { RefusedSheet } from './RefusedSheet'
import { RuleSwitches } from './RuleSwitches'
import { SentenceFields } from './SentenceFields'

/** All that is written or switched of a rule, of one there is as of a new one. */
export function RuleFields({ row, edit }: { row: RuleRow; edit: RuleEdit }) {
  return (
    <>
      <NumberFields rule={row.rule} edit={edit} />
      <SentenceFields rule={row.rule} edit={edit} />
      <BasisFields edit={edit} />
      <RuleSwitches row={row} edit={edit} />
      {row.rule.subject === 'unit' ? null : <BranchTypes edit={edit} />}
    </>
  )
}

interface Props {
  rule: Rule
  edit: RuleEdit
  onPublish: (looked: Looked) => void
}

/** What it would do, before it is saved; or why it cannot be. */
export function RuleSheets({ rule, edit, onPublish }: Props) {
  return (
    <>
      <PreviewSheet
        rule={rule}
        looked={edit.looked}
        now={now()}
        busy={edit.publishing}
        onPublish={onPublish}
        onClose={edit.leave}
      />
      <RefusedSheet
        refusal={edit.refusal}
        busy={edit.looking}
        onClose={edit.clearRefusal}
        onAgain={() => void edit.lookAgain()}
      />
    </>
  )
}
