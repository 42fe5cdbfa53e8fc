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
import { Section } from '@/components/Section/Section'

/** The newest record; a visit says nothing but its day. */
const lastText = ({ last }: SevenOneTiles[number]): string =>
  last ? [formatDay(last.on), last.title ?? '入户走访'].join(' ') : '暂无记录'

/**
 * 七个一 of a branch (DUTIES row 29), ticked from records that stand already: nothing is entered for it, and nothing is owed. It comes by itself, at
 * the end of a page that says what it could not reach.
 */
export function SevenOnesCard({ branchId }: { branchId: string }) {
  const { data } = useCloudQuery('service.sevenOnes', { branchId })
  if (!data) return null
  return (
    <View id="seven-ones">
      <Section title="七个一" right="近一年" />
      <Card>
        {data.tiles.map((tile, index) => (
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
    </View>
  )
}
