import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { Card } from '@/components/Card/Card'
import { Doors } from '@/components/Doors/Doors'
import { Section } from '@/components/Section/Section'
import { open } from '@/navigation/navigate'
import { needsDoor, Waiting } from './Communities'

/** What a village's contact confirms, the cards of its households, and what was. */
export function Villages({ villages }: { villages: ResponseOf<'identity.work'>['villages'] }) {
  return (
    <>
      {villages.map(({ village, pendingVisits, pendingDeeds }) => (
        <View key={village.id} id={`village-${village.id}`}>
          <Section title={village.name} right="村联络员" />
          <Card className="work-list">
            <Doors
              doors={[
                {
                  ...{ id: `visits-${village.id}`, icon: 'visit', title: '走访确认' },
                  right: <Waiting count={pendingVisits} measure="次" />,
                  onTap: () => open('village', { villageId: village.id }),
                },
                {
                  ...{ id: `deeds-${village.id}`, icon: 'deed', title: '实事确认' },
                  right: <Waiting count={pendingDeeds} measure="件" />,
                  onTap: () => open('village', { villageId: village.id, tab: 'deeds' }),
                },
                needsDoor(village.id),
                {
                  ...{ id: `cards-${village.id}`, icon: 'card', title: '便民联系卡' },
                  onTap: () => open('cards', { villageId: village.id }),
                },
                {
                  ...{ id: `past-${village.id}`, icon: 'cal', title: '往期走访', sub: '按月、按年看' },
                  onTap: () => open('pastVisits', { villageId: village.id }),
                },
              ]}
            />
          </Card>
        </View>
      ))}
    </>
  )
}
