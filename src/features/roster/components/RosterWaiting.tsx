import { View } from '@tarojs/components'
import type { Roster } from '@domain/contract/roster'
import { exemptionLabels } from '@domain/org/exemptions'
import { correctionLabels } from '@domain/privacy/correctionLabels'
import { formatDay } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'

export type Waiting =
  | { what: 'arriving'; one: Roster['arriving'][number] }
  | { what: 'exemption'; one: Roster['askedExemptions'][number] }
  | { what: 'correction'; one: Roster['corrections'][number] }

/** Who is to come, what members have asked for: each opens its own answer. */
export function RosterWaiting({ roster, onOpen }: { roster: Roster; onOpen: (waiting: Waiting) => void }) {
  const all: { waiting: Waiting; id: string; title: string; sub: string; icon: 'users' | 'cup' | 'edit' }[] =
    [
      ...roster.arriving.map((one) => ({
        waiting: { what: 'arriving' as const, one },
        id: `arriving-${one.memberId}`,
        title: `${one.name}要转来`,
        sub: `${formatDay(one.askedOn)}从${one.from.name}转出`,
        icon: 'users' as const,
      })),
      ...roster.askedExemptions.map((one) => ({
        waiting: { what: 'exemption' as const, one },
        id: `asked-${one.exemptionId}`,
        title: `${one.name}说明情况`,
        sub: `${exemptionLabels[one.category]}，${formatDay(one.from)}起`,
        icon: 'cup' as const,
      })),
      ...roster.corrections.map((one) => ({
        waiting: { what: 'correction' as const, one },
        id: `correction-${one.correctionId}`,
        title: `${one.name}请更正${correctionLabels[one.field]}`,
        sub: one.text,
        icon: 'edit' as const,
      })),
    ]
  if (all.length === 0) return null
  return (
    <View id="roster-waiting">
      <Section title="等您答复" right={`${all.length} 件`} />
      <Card className="roster-list">
        {all.map(({ waiting, id, title, sub, icon }, index) => (
          <View key={id}>
            {index > 0 ? <Divider inset={52} /> : null}
            <Cell
              id={id}
              leading={<Icon name={icon} tone="blue" size={24} />}
              title={title}
              sub={sub}
              chevron
              onTap={() => onOpen(waiting)}
            />
          </View>
        ))}
      </Card>
    </View>
  )
}
