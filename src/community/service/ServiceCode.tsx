import { View } from '@tarojs/components'
import { isUnopened } from '@domain/activity/isUnopened'
import type { ServiceBoard } from '@domain/contract/service'
import { formatClock } from '@domain/time/format'
import { now } from '@/cloud/clock'
import { Card } from '@/components/Card/Card'
import { LinkText } from '@/components/LinkText/LinkText'
import { Note } from '@/components/Note/Note'
import { RotatingCode } from '@/components/RotatingCode/RotatingCode'
import { Arrivals } from '@/features/activity/components/Arrivals'
import type { StrikeOf } from '@/features/activity/components/StrikeSheet'
import { open } from '@/navigation/navigate'

interface Props {
  board: ServiceBoard
  onStrike: (of: StrikeOf) => void
  onPoster: () => void
  onCancel: () => void
}

const lines: Record<Exclude<ServiceBoard['state'], 'open'>, (board: ServiceBoard) => string> = {
  draft: () => '还没有发布',
  published: (board) => (isUnopened(board, now()) ? '过了时间，没有开始登记。举行了吗' : opensText(board)),
  closed: ({ late }) =>
    late ? '这一次是补录的，没有现场码' : '登记已结束。扫海报、记名单的，请到“待确认”里看一眼',
  recorded: () => '登记已结束',
  cancelled: ({ notHeld }) => (notHeld ? '这次没有举行，登记不计入' : '这次服务已取消，登记不计入'),
}

const opensText = ({ opensAt }: ServiceBoard): string =>
  now() < opensAt ? `${formatClock(opensAt)} 起可以开始登记` : '人到了，就可以开始登记'

/** 现场码: what is scanned from the staff's phone confirms itself. */
export function ServiceCode({ board, onStrike, onPoster, onCancel }: Props) {
  const { state } = board
  const coming = (state === 'published' && !isUnopened(board, now())) || state === 'open'
  const waits = state === 'closed' && board.late !== undefined && board.late.state !== 'confirmed'
  return (
    <>
      {state === 'open' ? (
        <Card className="service-code" id="code-card">
          <RotatingCode source={board} />
        </Card>
      ) : (
        <View className="service-line" id="service-line">
          <Note tone="mute" icon="info">
            {lines[state](board)}
          </Note>
        </View>
      )}
      {coming ? (
        <View className="service-more">
          <LinkText id="show-poster" icon="qr" onTap={onPoster}>
            海报上的码
          </LinkText>
          {state === 'published' ? (
            <LinkText
              id="change-service"
              onTap={() => open('publishService', { communityId: board.community.id, id: board.id })}
            >
              改时间、集合点
            </LinkText>
          ) : null}
          <LinkText id="cancel-activity" onTap={onCancel}>
            取消这次服务
          </LinkText>
        </View>
      ) : null}
      {waits ? (
        <View className="service-more">
          <LinkText id="cancel-activity" onTap={onCancel}>
            没有举行
          </LinkText>
        </View>
      ) : null}
      {state === 'open' || board.arrivals.length > 0 ? (
        <Arrivals
          arrivals={board.arrivals}
          running={state === 'open'}
          mayChange={state === 'open' || state === 'closed'}
          onStrike={({ memberId, name }) => onStrike({ memberId, name, restore: false })}
          onRestore={({ memberId, name }) => onStrike({ memberId, name, restore: true })}
        />
      ) : null}
    </>
  )
}
