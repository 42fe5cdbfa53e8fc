import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import type { OfferedNeed } from '@domain/contract/need'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Chip } from '@/components/Chip/Chip'
import { Divider } from '@/components/Divider/Divider'
import { Dotted } from '@/components/Dotted/Dotted'
import { Empty } from '@/components/Empty/Empty'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { needLine } from '@/words/needLine'
import { useTakeNeed } from '../hooks/useTakeNeed'
import { isFree, placesOf } from '../logic/needsByPlace'
import './deeds.css'

/** 可以认领: what the own communities and villages ask for; what others have taken stands last. */
export function OfferedNeeds({ needs, more }: ResponseOf<'need.offered'>) {
  const [chosen, setChosen] = useState<string>()
  const { take, busy } = useTakeNeed()
  if (needs.length === 0) {
    return (
      <View className="mt12">
        <Empty
          image="none"
          icon="deed"
          title="现在没有可以认领的"
          text="社区和村里提出后，会显示在这里；也可以自己提一件"
          id="no-needs"
        />
      </View>
    )
  }
  const places = placesOf(needs)
  // The place that was chosen may ask for nothing any more.
  const placeId = places.some(({ id }) => id === chosen) ? chosen : undefined
  const shown = needs.filter(({ place }) => placeId === undefined || place.id === placeId)
  const rows = [...shown.filter(isFree), ...shown.filter((need) => !isFree(need))]
  return (
    <>
      <Section title="可以认领" right="社区和村里提出" />
      {places.length > 1 && (
        <View className="chips need-places">
          <Chip id="needs-all" on={placeId === undefined} onTap={() => setChosen(undefined)}>
            {`全部 ${needs.filter(isFree).length}`}
          </Chip>
          {places.map(({ id, name, free }) => (
            <Chip key={id} id={`needs-${id}`} on={id === placeId} onTap={() => setChosen(id)}>
              {`${name} ${free}`}
            </Chip>
          ))}
        </View>
      )}
      <Card id="needs">
        {rows.map((need, index) => (
          <View key={need.id}>
            {index > 0 && <Divider inset={16} />}
            <Row need={need} busy={busy} onTake={() => void take(need)} />
          </View>
        ))}
      </Card>
      {more > 0 && <View className="t-sub c2 ctr mt12">{`还有 ${more} 件，前面的有人办了就会显示`}</View>}
    </>
  )
}

interface RowProps {
  need: OfferedNeed
  busy: boolean
  onTake: () => void
}

function Row({ need, busy, onTake }: RowProps) {
  const { id, title, place, contact } = need
  return (
    <View className="need" id={`need-${id}`}>
      <View className="grow">
        <View className="t-body m">{title}</View>
        <View className="t-sub c2">
          <Dotted parts={[place.name, contact]} />
        </View>
        <View className="t-sub c2 num">{needLine(need)}</View>
      </View>
      {need.mine ? (
        <Tag tone="done">您已认领</Tag>
      ) : isFree(need) ? (
        <Button kind="sunk" small id={`take-${id}`} busy={busy} onTap={onTake}>
          认领
        </Button>
      ) : (
        <Tag tone="mute">已认领</Tag>
      )}
    </View>
  )
}
