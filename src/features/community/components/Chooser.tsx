import { Fragment, useState } from 'react'
import { View } from '@tarojs/components'
import type { OwnCommunities } from '@domain/contract/community'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { LinkText } from '@/components/LinkText/LinkText'
import { RadioMark } from '@/components/RadioMark/RadioMark'
import { SearchField } from '@/components/SearchField/SearchField'
import { ariaTicked } from '@/platform/aria'
import { choicesFor, type ShownChoice } from '../logic/reportWords'
import './own.css'

/** More are narrowed by a few letters; of these the first stand there, so that what follows is on the screen, and all at a tap. */
const LONG = 6
const FIRST = 4

interface Props {
  mine: OwnCommunities
  chosenId: string | undefined
  onPick: (id: string) => void
  onScan: () => void
}

/** The communities to choose one from, by name or by the code that hangs there. Lines carry the id `community-<id>`. */
export function Chooser({ mine, chosenId, onPick, onScan }: Props) {
  const [wanted, setWanted] = useState('')
  const [all, setAll] = useState(false)
  if (mine.communities.length === 0)
    return (
      <Empty
        image="house"
        title="还没有登记社区"
        text="组织里添了社区，就可以在这里报到"
        id="no-communities"
      />
    )
  const found = choicesFor(mine, wanted)
  const isCut = !all && found.length > LONG
  // One that was scanned is shown, wherever it stands.
  const choices = isCut ? found.filter(({ id }, i) => i < FIRST || id === chosenId) : found
  return (
    <>
      {mine.communities.length > LONG ? (
        <View className="report-search">
          <SearchField
            id="community-search"
            value={wanted}
            placeholder="社区或街道的几个字"
            onChange={setWanted}
          />
        </View>
      ) : null}
      {choices.length === 0 ? (
        <View className="t-sub c2 ctr mt16">没有找到，换几个字试试</View>
      ) : (
        <Card className="check-list">
          {choices.map((choice, index) => (
            <Fragment key={choice.id}>
              {index > 0 ? <Divider inset={52} /> : null}
              <Choice choice={choice} on={choice.id === chosenId} onTap={() => onPick(choice.id)} />
            </Fragment>
          ))}
        </Card>
      )}
      {isCut ? (
        <View className="report-scan">
          <LinkText id="all-communities" arrow="down" onTap={() => setAll(true)}>
            {`看全部 ${found.length} 个`}
          </LinkText>
        </View>
      ) : null}
      <View className="report-scan">
        <LinkText id="scan-community" icon="scan" onTap={onScan}>
          到社区扫报到码
        </LinkText>
      </View>
    </>
  )
}

function Choice({ choice, on, onTap }: { choice: ShownChoice; on: boolean; onTap: () => void }) {
  const { id, name, sub, known } = choice
  return (
    <View
      className="report-choice"
      id={`community-${id}`}
      hoverClass={known ? 'none' : 'pressed'}
      onClick={known ? undefined : onTap}
      {...ariaTicked(known ? `${name}，${sub}` : name, on, 'radio')}
    >
      <RadioMark state={known ? 'closed' : on ? 'on' : 'off'} />
      <View className="grow">
        <View className="report-name">{name}</View>
        {sub ? <View className="t-sub c2">{sub}</View> : null}
      </View>
    </View>
  )
}
