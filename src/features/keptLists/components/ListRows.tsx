import { Fragment } from 'react'
import { View } from '@tarojs/components'
import type { ListRow, ListRows as Rows } from '@domain/contract/keptLists'
import type { Day } from '@domain/time/day'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Dotted } from '@/components/Dotted/Dotted'
import { Tag } from '@/components/Tag/Tag'
import { partsOf, tagOf, titleOf } from '../logic/rowWords'

interface Props {
  rows: Rows
  today: Day
  onOpen: (row: ListRow) => void
}

/** Rows of a list, the newest day first. */
export const ListRows = ({ rows: { shape, rows }, today, onOpen }: Props) => (
  <View id="list-rows">
    <Card>
      {rows.map((row, index) => {
        const tag = tagOf(shape, row, today)
        return (
          <Fragment key={row.id}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Cell
              id={`row-${index}`}
              title={titleOf(shape, row)}
              sub={<Dotted parts={partsOf(shape, row)} />}
              {...(tag && { right: <Tag tone={tag.tone}>{tag.text}</Tag> })}
              chevron
              onTap={() => onOpen(row)}
            />
          </Fragment>
        )
      })}
    </Card>
  </View>
)
