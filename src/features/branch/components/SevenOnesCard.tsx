import { View } from '@tarojs/components'
import { Fragment } from 'react'
import { sevenOneLabels } from '@domain/activity/sevenOneLabels'
import type { SevenOneTiles } from '@domain/contract/service'
import { formatDay } from '@domain/time/format'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import { Skeleton } from '@/components/Skeleton/Skeleton'
import { refusals } from '@/words/refusals'

/** The newest record; a visit says nothing but its day. */
const lastText = ({ last }: SevenOneTiles[number]): string =>
  last ? [formatDay(last.on), last.title ?? '入户走访'].join(' ') : '暂无记录'

const Tiles = ({ tiles }: { tiles: SevenOneTiles }) => (
  <Card>
    {tiles.map((tile, index) => (
      <Fragment key={tile.one}>
        {index > 0 ? <Divider inset={52} /> : null}
        <Cell
          id={`seven-${tile.one}`}
          leading={<Icon name={tile.last ? 'check' : 'minus'} tone={tile.last ? 'pine' : 'line'} />}
          title={sevenOneLabels[tile.one]}
          sub={lastText(tile)}
        />
      </Fragment>
    ))}
  </Card>
)

/**
 * 七个一 of a branch (DUTIES row 29), ticked from records that stand already: nothing is entered for it, and nothing is owed. It comes by itself, at
 * the end of a page that says at its top what it could not reach: here one line is enough.
 */
export function SevenOnesCard({ branchId }: { branchId: string }) {
  const { data, loading, unreached, refusal, refetch } = useCloudQuery('service.sevenOnes', { branchId })
  const why = unreached ?? refusal?.reason ?? 'offline'
  return (
    <View id="seven-ones">
      <Section title="七个一" right="近一年" />
      {data ? (
        <Tiles tiles={data.tiles} />
      ) : loading && !unreached ? (
        <Skeleton shape="list" />
      ) : (
        <Note
          tone="mute"
          icon="info"
          id="seven-ones-missing"
          action={{ label: '再试一次', id: 'seven-ones-again', onTap: () => void refetch() }}
        >
          {`${refusals[why].title}，这一项没有打开`}
        </Note>
      )}
    </View>
  )
}
