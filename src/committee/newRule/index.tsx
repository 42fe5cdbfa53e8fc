import { useState } from 'react'
import { View } from '@tarojs/components'
import { nextPeriodStart } from '@domain/duty/nextPeriodStart'
import { rulePatterns } from '@domain/duty/newRule'
import { dayOf } from '@domain/time/day'
import { periodKinds } from '@domain/time/period'
import { now } from '@/cloud/clock'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { PickField } from '@/components/PickField/PickField'
import { TextField } from '@/components/TextField/TextField'
import { RuleFields, RuleSheets } from '@/features/rules/components/RuleFields'
import { publishAndLeave, useRule } from '@/features/rules/hooks/useRule'
import {
  type NewRuleDraft,
  newRuleRow,
  patternOf,
  patternText,
  periodNames,
} from '@/features/rules/logic/newRuleDraft'
import { dayText, type RuleRow } from '@/features/rules/logic/ruleWords'

/** 添加规定: first what is counted, for whom and how often, then its number, sentence and basis as of any rule. */
export default page(function NewRulePage() {
  const [row, setRow] = useState<RuleRow>()
  const [draft, setDraft] = useState<NewRuleDraft>({ pattern: '', period: 'quarter', label: '' })
  return row ? (
    <Writing row={row} onBack={() => setRow(undefined)} />
  ) : (
    <Choosing draft={draft} onChange={setDraft} onNext={setRow} />
  )
})

interface ChoosingProps {
  draft: NewRuleDraft
  onChange: (draft: NewRuleDraft) => void
  onNext: (row: RuleRow) => void
}
function Choosing({ draft, onChange, onNext }: ChoosingProps) {
  const [isOpen, setOpen] = useState(false)
  const rules = useCloudQuery('duty.list', {})
  const taken = rules.data?.rules.map(({ rule }) => rule.dutyId) ?? []
  const pattern = patternOf(draft.pattern)
  const from = nextPeriodStart(draft.period, dayOf(now()))
  const missing = !rules.data
    ? '正在取现有规定'
    : !pattern
      ? '先选做什么'
      : draft.label.trim() === ''
        ? '填名称'
        : undefined
  const next = () => {
    if (pattern) onNext(newRuleRow(draft, pattern, { taken, from }))
  }
  return (
    <Page
      id="new-rule"
      title="添加规定"
      left="back"
      dock={
        <Button id="new-rule-next" grow disabledBecause={missing} onTap={next}>
          下一步
        </Button>
      }
      overlay={
        isOpen ? (
          <ChooseSheet
            single
            title="谁做什么"
            items={rulePatterns.map((one) => ({ id: one.key, name: patternText(one) }))}
            value={draft.pattern ? [draft.pattern] : []}
            onChange={([key = '']) =>
              onChange({ ...draft, pattern: key, label: patternOf(key)?.label ?? '' })
            }
            onClose={() => setOpen(false)}
          />
        ) : null
      }
    >
      <Loaded query={rules} skeleton="list">
        {() => (
          <>
            <Card>
              <Field label="谁做什么" id="field-pattern" chevron onTap={() => setOpen(true)}>
                {pattern ? patternText(pattern) : <View className="ph">请选</View>}
              </Field>
              <Divider inset={16} />
              <PickField
                label="周期"
                id="field-period"
                items={periodKinds.map((id) => ({ id, name: periodNames[id] }))}
                value={draft.period}
                onChange={(period) => onChange({ ...draft, period: period ?? draft.period })}
              />
              <Divider inset={16} />
              <TextField
                label="名称"
                inputId="new-rule-label"
                value={draft.label}
                maxlength={12}
                placeholder="各页上这样叫"
                onChange={(label) => onChange({ ...draft, label })}
              />
            </Card>
            <NoSecrets />
            <View className="mt12">
              <Note tone="info" icon="cal" id="new-rule-from">
                {`${dayText(from, now())}起要求，这以前不要求。登记照常，符合的自动计入。`}
              </Note>
            </View>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Writing({ row, onBack }: { row: RuleRow; onBack: () => void }) {
  const edit = useRule(row, () => Promise.resolve())
  return (
    <Page
      id="new-rule"
      title="添加规定"
      left="back"
      dock={
        <>
          <Button kind="outline" id="new-rule-back" onTap={onBack}>
            上一步
          </Button>
          <Button id="look" grow busy={edit.looking} onTap={() => void edit.look()}>
            看看下期多什么
          </Button>
        </>
      }
      overlay={
        <RuleSheets rule={row.rule} edit={edit} onPublish={(looked) => void publishAndLeave(edit, looked)} />
      }
    >
      <RuleFields row={row} edit={edit} />
    </Page>
  )
}
