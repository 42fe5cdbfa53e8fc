import { View } from '@tarojs/components'
import { isUnopened } from '@domain/activity/isUnopened'
import type { Board } from '@domain/contract/activity'
import { dayOf } from '@domain/time/day'
import { formatClock, formatDay, formatDayTime, formatWeekday } from '@domain/time/format'
import { now } from '@/cloud/clock'
import { Card } from '@/components/Card/Card'
import { LinkText } from '@/components/LinkText/LinkText'
import { Arrivals } from '@/features/activity/components/Arrivals'
import { BindRequests } from '@/features/activity/components/BindRequests'
import { CodeCard } from '@/features/activity/components/CodeCard'
import type { StrikeOf } from '@/features/activity/components/StrikeSheet'
import { Totals } from '@/features/activity/components/Totals'
import type { Roll } from '@/features/activity/logic/rollCall'
import { open } from '@/navigation/navigate'
import type { Change } from './ChangeStateSheet'

interface Props {
  board: Board
  roll: Roll
  onStrike: (of: StrikeOf) => void
  onAsk: (change: Change) => void
}

/** 扫码: the code while registration runs; before and after, where the meeting stands. */
export function CodeView({ board, roll, onStrike, onAsk }: Props) {
  return (
    <>
      {board.state === 'open' ? (
        <CodeCard board={board} totals={roll.totals} />
      ) : (
        <Summary board={board} roll={roll} />
      )}
      <BindRequests requests={board.bindRequests} />
      {board.state === 'open' || board.arrivals.length > 0 ? (
        <Arrivals
          arrivals={board.arrivals}
          running={board.state === 'open'}
          mayChange={board.state === 'open' || board.state === 'closed'}
          onStrike={({ memberId, name }) => onStrike({ memberId, name, restore: false })}
          onRestore={({ memberId, name }) => onStrike({ memberId, name, restore: true })}
        />
      ) : null}
      <View className="meeting-more">
        {board.state === 'draft' || board.state === 'published' ? (
          <LinkText id="edit-plan" onTap={() => open('plan', { branchId: board.branchId, id: board.id })}>
            修改安排
          </LinkText>
        ) : null}
        {mayCancel(board) ? (
          <LinkText id="cancel-activity" onTap={() => onAsk(board.late ? 'not_held' : 'cancelled')}>
            {cancelWord(board)}
          </LinkText>
        ) : null}
      </View>
    </>
  )
}

function cancelWord({ late, partOf, state }: Board): string {
  if (late) return '没有开成'
  if (state === 'draft') return '不要这份草稿'
  return partOf === undefined ? '取消这次活动' : '本支部不参加'
}

/** A 补录 until it is confirmed; of one that is over and was never opened the dock asks. */
const mayCancel = (board: Board): boolean =>
  board.state === 'draft' ||
  board.state === 'open' ||
  (board.state === 'published' && !isUnopened(board, now())) ||
  (board.state === 'closed' && board.late !== undefined && board.late.state !== 'confirmed')

const lines: Record<Exclude<Board['state'], 'open'>, (board: Board) => string> = {
  draft: () => '还是草稿，发布后才能登记',
  published: (board) => (isUnopened(board, now()) ? unopenedText(board) : opensText(board)),
  closed: ({ late, endsAt, closedItselfAt }) => {
    if (late && late.state !== 'confirmed') return '补录，等另一位同志确认'
    if (closedItselfAt === undefined) return '登记已结束。有漏登的，点“补登”'
    // On another day nobody comes to it any more.
    const goesOn = dayOf(now()) === dayOf(endsAt) ? '还没开完，点“重新开始”；开完了，' : ''
    return `${formatDayTime(closedItselfAt)} 自动结束了登记。${goesOn}去整理会议记录`
  },
  recorded: () => '会议记录已成册。查出漏登的，仍可“补登”',
  cancelled: () => '这次活动已取消，登记不计入',
}
const unopenedText = ({ late }: Board): string => (late ? '还没有点到会的人' : '过了时间，没有登记。开成了吗')
const opensText = ({ opensAt }: Board): string =>
  now() < opensAt ? `${formatClock(opensAt)} 起可以开始登记` : '已经可以开始登记'

function Summary({ board, roll }: { board: Board; roll: Roll }) {
  return (
    <Card className="meeting-summary" id="meeting-summary">
      <View className="t-h2">{`${formatDay(board.startsAt)} ${formatWeekday(board.startsAt)} ${formatClock(board.startsAt)}`}</View>
      <View className="meeting-summary-line">
        <View>{board.place}</View>
        <View>{board.state === 'open' ? '' : lines[board.state](board)}</View>
      </View>
      <Totals totals={roll.totals} joint={board.joint} />
    </Card>
  )
}
