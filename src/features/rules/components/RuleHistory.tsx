import { View } from '@tarojs/components'
import { amountText } from '@domain/duty/ruleText'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Section } from '@/components/Section/Section'
import { dayText, isOver, type RuleRow } from '../logic/ruleWords'

/** Every version that has held or will, newest first. */
export function RuleHistory({ row: { rule, next, history }, now }: { row: RuleRow; now: number }) {
  const versions = [...(next ? [next] : []), rule, ...history]
  const state = (version: number): string | undefined => {
    if (version === next?.version) return '下期'
    return version === rule.version && !isOver(rule, now) ? '现行' : undefined
  }
  return (
    <View id="rule-history">
      <Section title="历次规定" right={`${versions.length} 版`} />
      <Card>
        {versions.map(({ version, minimum, validFrom, validTo }, index) => (
          <View key={version}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Cell
              id={`version-${version}`}
              title={amountText({ minimum, period: rule.period, measure: rule.measure })}
              sub={`第 ${version} 版，${dayText(validFrom, now)}起${validTo === undefined ? '' : `，至${dayText(validTo, now)}`}`}
              right={state(version)}
            />
          </View>
        ))}
      </Card>
    </View>
  )
}
