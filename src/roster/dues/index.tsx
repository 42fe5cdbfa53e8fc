import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { formatDay } from '@domain/time/format'
import { useNow } from '@/cloud/useNow'
import { Button } from '@/components/Button/Button'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { MonthPicker } from '@/components/MonthPicker/MonthPicker'
import { monthLabel, monthOf } from '@/components/MonthPicker/months'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { ReasonSheet } from '@/features/activity/components/ReasonSheet'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { TickTiles } from '@/features/ticks/components/TickTiles'
import { type TickRow, useTicks } from '@/features/ticks/hooks/useTicks'
import './index.css'

/** 党费: a month, a tile for each, one tap saves. Paid or not, never how much. */
export default page(function DuesPage() {
  const { branchId = '', month: firstMonth } = useRouter().params
  // The phone's own clock may be far off until the first answer corrects it.
  const running = monthOf(useNow(60_000))
  const [chosen, setMonth] = useState(firstMonth)
  const month = chosen ?? running
  const [asked, setAsked] = useState<{ back: TickRow } | { rest: string[] }>()
  const dues = useTicks({ branchId, month })
  const { query, rows = [] } = dues
  const left = rows.filter(({ ticked }) => !ticked)
  const open = query.data?.open ?? false
  const close = () => setAsked(undefined)
  return (
    <Page
      id="dues"
      title="党费"
      left="back"
      onPullDown={query.refetch}
      dock={
        open && rows.length > 0 ? (
          <DuesDock
            done={rows.length - left.length}
            left={left.length}
            onRest={() => setAsked({ rest: left.map(({ memberId }) => memberId) })}
          />
        ) : undefined
      }
      overlay={
        asked ? (
          <ReasonSheet
            open
            {...wordsOf(asked, month)}
            choices={[]}
            busy={false}
            onClose={close}
            onChoose={() => {
              close()
              if ('rest' in asked) void dues.tick(asked.rest, true)
              else void dues.tick([asked.back.memberId], false)
            }}
          />
        ) : null
      }
    >
      <View className="dues-head">
        <View className="dues-name">{query.data?.branch.name}</View>
        <MonthPicker month={month} running={running} onChange={setMonth} />
      </View>
      <RefusalNote refusal={dues.refusal} onRead={dues.clear} />
      <Loaded query={query} skeleton="board">
        {() => (
          <>
            <View className="dues-note">
              <Note tone="mute" icon="info">
                {open
                  ? '交了，点一下就记上。只记交没交，不记金额。经支部同意按季交纳的，中间两个月没有登记也可以（依据待核）'
                  : `${monthLabel(month)}的登记已经截止，只能查看`}
              </Note>
            </View>
            <TickTiles
              id="dues"
              rows={rows}
              noteOf={noteOf}
              onTap={(row) => {
                if (!open) return
                if (row.ticked) setAsked({ back: row })
                else void dues.tick([row.memberId], true)
              }}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
})

function wordsOf(asked: { back: TickRow } | { rest: string[] }, month: string) {
  if ('rest' in asked) {
    return {
      title: '其余都已交',
      text: `${monthLabel(month)}还没有记上的 ${asked.rest.length} 人，都记为已交。记错了可以逐个撤回。`,
      button: `记上 ${asked.rest.length} 人`,
    }
  }
  return {
    title: `${asked.back.name}：撤回`,
    text: `撤回后，${monthLabel(month)}回到未记。撤回的时间和您的姓名会留存。`,
    button: '撤回',
  }
}

/** 9月5日已交; 预备 · 未记 */
function noteOf({ ticked, at, standing }: TickRow): string {
  if (ticked) return at ? `${formatDay(at)}已记` : '已交'
  return standing === 'probationary' ? '预备 · 未记' : '未记'
}

interface DockProps {
  done: number
  left: number
  onRest: () => void
}
function DuesDock({ done, left, onRest }: DockProps) {
  return (
    <>
      <View className="dues-dock" id="dues-summary">
        <View className="dues-dock-title">
          {left > 0 ? `已交 ${done}，未记 ${left}` : `${done} 人都已交`}
        </View>
        <View className="dues-dock-sub">点一下即保存</View>
      </View>
      {left > 0 ? (
        <Button id="dues-rest" onTap={onRest}>
          其余都已交
        </Button>
      ) : null}
    </>
  )
}
