import { View } from '@tarojs/components'
import type { Rule } from '@domain/contract/duty'
import { Card } from '@/components/Card/Card'
import { LinkText } from '@/components/LinkText/LinkText'
import { Section } from '@/components/Section/Section'
import type { RuleEdit } from '../hooks/useRule'
import { lacksSlot, shownText, slotOf, withSlot } from '../logic/ruleDraft'
import { GrowingText } from './GrowingText'
import './SentenceFields.css'

/** The rule in one sentence, as every Why sheet shows it; the number comes in by itself. */
export function SentenceFields({ rule: { measure }, edit }: { rule: Rule; edit: RuleEdit }) {
  const { draft, change, wrong } = edit
  const slot = slotOf(measure)
  return (
    <>
      <Section title="规定原句" />
      <Card className="sentence">
        <View className="sentence-input">
          <GrowingText
            id="rule-text"
            value={draft.text}
            maxlength={120}
            placeholder="用一句话写清楚"
            onChange={(text) => change({ ...draft, text })}
          />
        </View>
        {lacksSlot(draft, measure) ? (
          <LinkText id="put-slot" icon="plus" onTap={() => change(withSlot(draft, measure))}>
            {`加上${slot}`}
          </LinkText>
        ) : (
          <View className="sentence-shown" id="shown-text">
            {`显示为：${shownText(draft, measure)}`}
          </View>
        )}
        {wrong('text') ? <View className="sentence-wrong">{wrong('text')}</View> : null}
      </Card>
    </>
  )
}
