import { activityKinds } from '@domain/contract/lists'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { kindLabels } from '@domain/activity/kindLabels'
import type { ActivityKind } from '@domain/contract/words'
import { classes } from '@/components/classes'
import { Icon, type IconName } from '@/components/Icon/Icon'
import './KindTiles.css'

const icons: Partial<Record<ActivityKind, IconName>> = {
  theme_party_day: 'flag',
  study: 'book',
  group_meeting: 'users',
  committee_meeting: 'table',
  general_meeting: 'hall',
  lecture: 'lect',
  seminar: 'talk',
  org_life_meeting: 'mirror',
  democratic_review: 'list',
  secretary_report: 'doc',
  community_service: 'heart',
  unit_theory_study: 'book',
  work_briefing: 'talk',
}

/** What comes after the seventh is behind 更多. */
const FIRST = 7

interface Props {
  kinds: readonly ActivityKind[]
  gaps: readonly ActivityKind[]
  /** Gaps whose last week it is; before that nothing presses. */
  pressing: readonly ActivityKind[]
  value: ActivityKind
  onChange: (kind: ActivityKind) => void
}

/** What is to be held; what is still missing carries its mark. */
export function KindTiles({ kinds, gaps, pressing, value, onChange }: Props) {
  const [more, setMore] = useState(false)
  const all = activityKinds.filter((kind) => kinds.includes(kind))
  const whole = more || all.length <= FIRST + 1 || all.indexOf(value) >= FIRST
  return (
    <View className="kinds" id="kinds">
      {(whole ? all : all.slice(0, FIRST)).map((kind) => {
        const on = kind === value
        return (
          <View className="kinds-slot" key={kind}>
            <View
              className={classes('kind', on && 'kind-on')}
              id={`kind-${kind}`}
              hoverClass="pressed"
              onClick={() => onChange(kind)}
            >
              <Icon name={icons[kind] ?? 'cal'} tone={on ? 'red' : 'ink2'} size={24} />
              <View className={classes('kind-label', kindLabels[kind].length > 4 && 'kind-long')}>
                {kindLabels[kind]}
              </View>
              {pressing.includes(kind) ? (
                <View className="kind-gap">还差</View>
              ) : gaps.includes(kind) ? (
                <View className="kind-gap kind-calm">待安排</View>
              ) : null}
            </View>
          </View>
        )
      })}
      {whole ? null : (
        <View className="kinds-slot">
          <View className="kind" id="kind-more" hoverClass="pressed" onClick={() => setMore(true)}>
            <Icon name="plus" tone="ink2" size={24} />
            <View className="kind-label">更多</View>
          </View>
        </View>
      )}
    </View>
  )
}
