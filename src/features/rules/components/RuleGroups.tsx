import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Section } from '@/components/Section/Section'
import { ruleGroups, type RuleRow } from '../logic/ruleWords'
import { RuleCell } from './RuleCell'

interface Props {
  rules: readonly RuleRow[]
  now: number
  onOpen: (dutyId: string) => void
}

/** Every rule under whom it binds, in register order. */
export function RuleGroups({ rules, now, onOpen }: Props) {
  return (
    <>
      {ruleGroups.map(({ subject, title }) => {
        const own = rules.filter(({ rule }) => rule.subject === subject)
        if (own.length === 0) return null
        return (
          <View key={subject} id={`rules-${subject}`}>
            <Section title={title} right={`${own.length} 条`} />
            <Card>
              {own.map((row, index) => (
                <View key={row.rule.dutyId}>
                  {index > 0 ? <Divider inset={16} /> : null}
                  <RuleCell row={row} now={now} onOpen={onOpen} />
                </View>
              ))}
            </Card>
          </View>
        )
      })}
    </>
  )
}
