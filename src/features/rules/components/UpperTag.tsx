import { View } from '@tarojs/components'
import type { Rule } from '@domain/contract/duty'
import { Tag } from '@/components/Tag/Tag'
import { upperMarkLabels, upperMarkOf } from '../logic/ruleWords'
import './UpperTag.css'

/** Where a rule asks more often than the document above it, and where that one has no number to compare. */
export function UpperTag({ rule }: { rule: Pick<Rule, 'upper' | 'exceedsUpper'> }) {
  const mark = upperMarkOf(rule)
  if (mark === null) return null
  return (
    <View className="upper-tag">
      <Tag tone={mark === 'more' ? 'miss' : 'mute'}>{upperMarkLabels[mark]}</Tag>
    </View>
  )
}
