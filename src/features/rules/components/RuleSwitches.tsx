import { View } from '@tarojs/components'
import { kindLabels } from '@domain/activity/kindLabels'
import type { RuleOption } from '@domain/contract/duty'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Section } from '@/components/Section/Section'
import type { RuleEdit } from '../hooks/useRule'
import { type RuleDraft, toggled } from '../logic/ruleDraft'
import type { RuleRow } from '../logic/ruleWords'
import { SwitchCell } from '@/components/SwitchCell/SwitchCell'

const optionWords: Record<RuleOption, (draft: RuleDraft) => { label: string; sub: string }> = {
  theme_service_only: () => ({
    label: '只计集中主题服务',
    sub: '不选时，日常需求、岗位职责服务也计入',
  }),
  each_side: ({ minimum }) => ({
    label: `社区和帮扶户各办${minimum === null ? '' : ` ${minimum} 件`}`,
    sub: '不选时，两边合起来算；没有帮扶户的只算社区',
  }),
}

/** What this rule, and only this one, may be switched to. */
export function RuleSwitches({ row, edit }: { row: RuleRow; edit: RuleEdit }) {
  const { mayOption, mayCarry } = row
  const { draft, change } = edit
  const carries = draft.carries ?? []
  return (
    <>
      {mayOption.length > 0 ? (
        <View id="rule-options">
          <Section title="怎样计入" />
          <Card>
            {mayOption.map((option) => (
              <SwitchCell
                key={option}
                id={`option-${option}`}
                {...optionWords[option](draft)}
                on={draft.options.includes(option)}
                onChange={() => change({ ...draft, options: toggled(draft.options, option, mayOption) })}
              />
            ))}
          </Card>
        </View>
      ) : null}
      {mayCarry.length > 0 ? (
        <View id="rule-carries">
          <Section title="主题党日可以同时计入" />
          <Card>
            {mayCarry.map((kind, index) => (
              <View key={kind}>
                {index > 0 ? <Divider inset={16} /> : null}
                <SwitchCell
                  id={`carry-${kind}`}
                  label={kindLabels[kind]}
                  on={carries.includes(kind)}
                  onChange={() => change({ ...draft, carries: toggled(carries, kind, mayCarry) })}
                />
              </View>
            ))}
          </Card>
        </View>
      ) : null}
    </>
  )
}
