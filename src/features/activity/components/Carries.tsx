import { View } from '@tarojs/components'
import { kindLabels } from '@domain/activity/kindLabels'
import type { ActivityForm } from '@domain/contract/activity'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import { carriesOn, carryHint, toggleCarry, type Prepared } from '../logic/planForm'
import { TickCell } from './TickCell'
import './Carries.css'

interface Props {
  prepared: Prepared
  form: ActivityForm
  wrong: string | undefined
  onChange: (form: ActivityForm) => void
}

/** 同时计入: only a 主题党日 may carry others, those the county's rule lists, each by its own conditions. */
export function Carries({ prepared, form, wrong, onChange }: Props) {
  const kinds = carriesOn(prepared, form)
  if (kinds.length === 0) return null
  return (
    <View id="carries">
      <Section title="同时计入" right="按议程给出，可改" />
      <Card className="carries">
        {kinds.map((kind, index) => (
          <View key={kind}>
            {index > 0 ? <Divider inset={52} /> : null}
            <TickCell
              id={`carry-${kind}`}
              on={form.carries.includes(kind)}
              title={kindLabels[kind]}
              sub={carryHint(kind, form)}
              onTap={() => onChange(toggleCarry(form, kind))}
            />
          </View>
        ))}
      </Card>
      {wrong ? (
        <View className="carries-wrong">
          <Note tone="miss">{wrong}</Note>
        </View>
      ) : null}
    </View>
  )
}
