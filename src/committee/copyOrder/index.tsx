import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CopyColumn } from '@domain/contract/words'
import { copyLabels, isProvincial, moved, orderOf } from '@domain/papers/copyOrder'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { classes } from '@/components/classes'
import { Divider } from '@/components/Divider/Divider'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { aria } from '@/platform/aria'
import { orTell } from '@/words/orTell'
import './index.css'

/** 逐栏复制的次序: the columns as the form asks for them that the county fills in. */
export default page(function CopyOrderPage() {
  const query = useCloudQuery('copyOrder.read', {})
  const save = useCloudAction('copyOrder.save')
  const [draft, setDraft] = useState<readonly CopyColumn[]>()
  const stored = query.data?.order ?? orderOf()
  const order = draft ?? stored
  const isChanged = order.some((column, index) => column !== stored[index])
  const mayEdit = query.data?.mayEdit === true
  const keep = async () => {
    if (!(await orTell(save.runOnce({ order: [...order] })))) return
    await query.refetch()
    setDraft(undefined)
  }
  return (
    <Page
      id="copy-order"
      title="逐栏复制的次序"
      left="back"
      onPullDown={query.refetch}
      dock={
        mayEdit && (
          <>
            {isProvincial(order) ? null : (
              <Button kind="outline" id="columns-default" onTap={() => setDraft(orderOf())}>
                恢复默认
              </Button>
            )}
            <Button
              id="columns-save"
              grow
              busy={save.busy}
              disabledBecause={isChanged ? undefined : '没有改动'}
              onTap={() => void keep()}
            >
              保存次序
            </Button>
          </>
        )
      }
    >
      <Loaded query={query} skeleton="list">
        {({ isOwn }) => (
          <>
            <Note tone="mute" icon="info" id="columns-note">
              {isOwn ? '全县的会议记录按这个次序逐栏复制。' : '现在按省里填报表的次序，全县一样。'}
            </Note>
            <Card className="mt12" id="columns">
              {order.map((column, index) => (
                <View key={column}>
                  {index > 0 ? <Divider inset={16} /> : null}
                  <ColumnRow
                    column={column}
                    number={index + 1}
                    last={index === order.length - 1}
                    {...(mayEdit && { onMove: (by: -1 | 1) => setDraft(moved(order, column, by)) })}
                  />
                </View>
              ))}
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  )
})

interface RowProps {
  column: CopyColumn
  number: number
  last: boolean
  /** Absent: only looked at. */
  onMove?: (by: -1 | 1) => void
}

function ColumnRow({ column, number, last, onMove }: RowProps) {
  const ends = { up: number === 1, down: last }
  return (
    <View className="column-row" id={`column-${number}`}>
      <View className="column-n">{number}</View>
      <View className="column-label">{copyLabels[column]}</View>
      {onMove
        ? (['up', 'down'] as const).map((way) => (
            <View
              key={way}
              id={`${way}-${column}`}
              className={classes('column-move', ends[way] && 'column-end')}
              hoverClass="pressed"
              onClick={ends[way] ? undefined : () => onMove(way === 'up' ? -1 : 1)}
              {...aria(`${copyLabels[column]}${way === 'up' ? '上移' : '下移'}`, 'button')}
            >
              <Icon name={way} tone="ink2" size={24} />
            </View>
          ))
        : null}
    </View>
  )
}
