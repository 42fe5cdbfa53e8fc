import { View } from '@tarojs/components'
import type { Rule } from '@domain/contract/duty'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Section } from '@/components/Section/Section'
import type { RuleEdit } from '../hooks/useRule'
import { MOST } from '../logic/ruleDraft'
import { rateText } from '../logic/ruleWords'
import { Stepper } from './Stepper'
import { SwitchCell } from '@/components/SwitchCell/SwitchCell'
import './NumberFields.css'

/** How often; or 定期, recorded without a number. */
export function NumberFields({ rule, edit }: { rule: Rule; edit: RuleEdit }) {
  const { draft, change } = edit
  const { minimum } = draft
  return (
    <>
      <Section title="最低次数" />
      <Card>
        {minimum === null ? null : (
          <>
            <View className="number-row">
              <View className="number-label">至少</View>
              <Stepper
                id="minimum"
                value={minimum}
                least={1}
                most={MOST}
                unit={rateText({ ...rule, minimum }).replace(`${minimum} `, '')}
                onChange={(next) => change({ ...draft, minimum: next })}
              />
            </View>
            <Divider inset={16} />
          </>
        )}
        <SwitchCell
          id="no-minimum"
          label="定期，不设次数"
          sub="只登记、只显示，不提示还差"
          on={minimum === null}
          onChange={(regular) => change({ ...draft, minimum: regular ? null : (rule.minimum ?? 1) })}
        />
      </Card>
    </>
  )
}
