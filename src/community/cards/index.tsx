import { Fragment, useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { CardChange } from '@domain/contract/card'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { LinkText } from '@/components/LinkText/LinkText'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { PageTurn } from '@/components/PageTurn/PageTurn'
import { PickHead } from '@/components/PickHead/PickHead'
import { Section } from '@/components/Section/Section'
import { CardRow } from '@/features/cards/components/CardRow'
import { CardSheet } from '@/features/cards/components/CardSheet'
import { useCardPaper } from '@/features/cards/hooks/useCardPaper'
import { type Card as DoorCard, useCards } from '@/features/cards/hooks/useCards'
import { FileSheet } from '@/features/papers/components/FileSheet'
import './index.css'

/** 便民联系卡 of a village: the sheets as they are printed, and what becomes of one card. */
export default page(function CardsPage() {
  const cards = useCards(useRouter().params.villageId)
  const { query, printable, sheets, sheet, at } = cards
  const data = query.data
  const paper = useCardPaper(data?.village?.id)
  const [choosing, setChoosing] = useState(false)
  const others = (data?.cards ?? []).filter(({ code }) => code === undefined)
  return (
    <Page
      id="cards"
      title="便民联系卡"
      left="back"
      onPullDown={query.refetch}
      dock={
        sheets > 0 && (
          <Button id="print-cards" grow icon="doc" busy={paper.making} onTap={() => void paper.make()}>
            {paper.making ? '正在做' : paper.goesOn ? '接着打印后面的' : `打印 ${sheets} 页`}
          </Button>
        )
      }
      overlay={
        <>
          <FileSheet
            file={paper.file}
            note={paper.goesOn ? '一个文件放不下，发好后再点“接着打印后面的”。' : '卡上没有姓名。'}
            onClose={paper.close}
          />
          {choosing && data ? (
            <ChooseSheet
              single
              title="看哪个村"
              items={data.villages}
              value={data.village ? [data.village.id] : []}
              onChange={([id]) => id !== undefined && cards.choose(id)}
              onClose={() => setChoosing(false)}
            />
          ) : null}
        </>
      }
    >
      <Loaded query={query} skeleton="list">
        {({ village, villages, codePrefix, cards: all }) =>
          village === null ? (
            <Empty image="house" title="还没有登记村" text="组织里添了村，名册里有了帮扶户，就有卡" />
          ) : (
            <>
              <PickHead
                id="cards-village"
                picker={
                  villages.length > 1 && (
                    <LinkText id="choose-village" arrow="down" onTap={() => setChoosing(true)}>
                      换村
                    </LinkText>
                  )
                }
              >
                {all.length === 0 ? village.name : `${village.name}，${printable.length} 张，共 ${sheets} 页`}
              </PickHead>
              {all.length === 0 ? (
                <Empty image="house" title="这个村还没有帮扶户" text="名册里登记了，这里就有卡" />
              ) : null}
              {sheet.length > 0 ? (
                <>
                  <CardSheet village={village.name} cards={sheet} codePrefix={codePrefix} />
                  {sheets > 1 ? <PageTurn id="cards" at={at} pages={sheets} onTurn={cards.turn} /> : null}
                  <View className="cards-note">
                    <Note tone="mute" icon="shield">
                      A4 纸每页六张，沿虚线裁开，贴在屋内。卡上只有村名、编号和码，没有姓名、原因和单位
                    </Note>
                  </View>
                  <Rows cards={sheet} busy={cards.busy} set={cards.set} />
                </>
              ) : null}
              {others.length > 0 ? (
                <>
                  <Section title="不打印的" right={`${others.length} 张`} />
                  <Rows cards={others} busy={cards.busy} set={cards.set} />
                </>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Page>
  )
})

interface RowsProps {
  cards: readonly DoorCard[]
  busy: boolean
  set: (card: DoorCard, to: CardChange) => Promise<void>
}

function Rows({ cards, busy, set }: RowsProps) {
  return (
    <Card className="cards-list">
      {cards.map((card, index) => (
        <Fragment key={card.householdId}>
          {index > 0 ? <Divider /> : null}
          <CardRow card={card} busy={busy} onSet={(to) => void set(card, to)} />
        </Fragment>
      ))}
    </Card>
  )
}
