import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'
import { open } from '@/navigation/navigate'
import { Needs, Waiting } from './Communities'

/** What a village's contact confirms, and the cards of its households. */
export function Villages({ villages }: { villages: ResponseOf<'identity.work'>['villages'] }) {
  return (
    <>
      {villages.map(({ village, pendingVisits, pendingDeeds }) => (
        <View key={village.id} id={`village-${village.id}`}>
          <Section title={village.name} right="村联络员" />
          <Card className="work-list">
            <Cell
              id={`visits-${village.id}`}
              leading={<Icon name="visit" tone="ink2" size={24} />}
              title="走访确认"
              right={<Waiting count={pendingVisits} measure="次" />}
              chevron
              onTap={() => open('village', { villageId: village.id })}
            />
            <Divider inset={52} />
            <Cell
              id={`deeds-${village.id}`}
              leading={<Icon name="deed" tone="ink2" size={24} />}
              title="实事确认"
              right={<Waiting count={pendingDeeds} measure="件" />}
              chevron
              onTap={() => open('village', { villageId: village.id, tab: 'deeds' })}
            />
            <Divider inset={52} />
            <Needs placeId={village.id} />
            <Divider inset={52} />
            <Cell
              id={`cards-${village.id}`}
              leading={<Icon name="card" tone="ink2" size={24} />}
              title="便民联系卡"
              chevron
              onTap={() => open('cards', { villageId: village.id })}
            />
          </Card>
        </View>
      ))}
    </>
  )
}
