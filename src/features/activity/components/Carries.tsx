import { View } from '@tarojs/components'
import { kindLabels } from '@domain/activity/kindLabels'
import { carriable } from '@domain/activity/validatePlan'
import type { ActivityForm } from '@domain/contract/activity'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { classes } from '@/components/classes'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import { studyHint, toggleCarry } from '../logic/planForm'
import './Carries.css'

interface Props {
  form: ActivityForm
  wrong: string | undefined
  onChange: (form: ActivityForm) => void
}

/** 同时计入: only a 主题党日 may carry others, each by its own conditions. */
export function Carries({ form, wrong, onChange }: Props) {
  if (form.kind !== 'theme_party_day') return null
  return (
    <View id="carries">
      <Section title="同时计入" right="按议程给出，可改" />
      <Card className="carries">
        {carriable.map((kind, index) => {
          const on = form.carries.includes(kind)
          return (
            <View key={kind}>
              {index > 0 ? <Divider inset={52} /> : null}
              <Cell
                id={`carry-${kind}`}
                leading={
                  <View className={classes('carry-mark', on && 'carry-on')}>
                    {on ? <Icon name="check" tone="on" size={16} /> : null}
                  </View>
                }
                title={kindLabels[kind]}
                sub={kind === 'lecture' ? '有讲课人和题目才计' : studyHint(form)}
                onTap={() => onChange(toggleCarry(form, kind))}
              />
            </View>
          )
        })}
      </Card>
      {wrong ? (
        <View className="carries-wrong">
          <Note tone="miss">{wrong}</Note>
        </View>
      ) : null}
    </View>
  )
}
