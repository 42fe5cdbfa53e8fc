import { View } from '@tarojs/components'
import { branchTypeLabels } from '@domain/org/branchTypeLabels'
import { Chip } from '@/components/Chip/Chip'
import { Section } from '@/components/Section/Section'
import { Note } from '@/components/Note/Note'
import type { RuleEdit } from '../hooks/useRule'
import { allTypes, toggled } from '../logic/ruleDraft'
import './BranchTypes.css'

/** 分类指导: which branches, and whose members and groups, the rule is for. */
export function BranchTypes({ edit: { draft, change, wrong } }: { edit: RuleEdit }) {
  return (
    <View id="rule-types">
      <Section title="适用支部" right={draft.types.length === allTypes.length ? '所有类型' : undefined} />
      <View className="branch-types">
        {allTypes.map((type) => (
          <Chip
            key={type}
            id={`type-${type}`}
            on={draft.types.includes(type)}
            onTap={() => change({ ...draft, types: toggled(draft.types, type, allTypes) })}
          >
            {branchTypeLabels[type]}
          </Chip>
        ))}
      </View>
      {wrong('types') ? (
        <View className="branch-types-wrong">
          <Note tone="miss">{wrong('types')}</Note>
        </View>
      ) : null}
    </View>
  )
}
