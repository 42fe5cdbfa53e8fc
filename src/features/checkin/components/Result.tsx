import { View } from '@tarojs/components'
import { useState } from 'react'
import { kindLabels } from '@domain/activity/kindLabels'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { Icon } from '@/components/Icon/Icon'
import { LinkText } from '@/components/LinkText/LinkText'
import { ResultHead } from '@/components/ResultHead/ResultHead'
import { Ring } from '@/components/Ring/Ring'
import { useElder } from '@/platform/useElder'
import { wayLabels } from '@domain/checkin/wayLabels'
import type { Registered } from '../hooks/useCheckIn'
import './checkin.css'

/** One line of what a registration counts towards. */
export type Count = Registered['counts'][number]

interface Props {
  registered: Registered
  /** Opens the reasons of one number. */
  onCount: (count: Count) => void
}

function Facts({ registered: { activity, at, way } }: Pick<Props, 'registered'>) {
  return (
    <Card className="result-facts" id="result-facts">
      <View className="t-h2">{activity.title}</View>
      <View className="result-fact">
        <Icon name="clock" tone="ink3" size={18} />
        {formatDay(at)} {formatWeekday(at)} {formatClock(at)} {way === 'scan' ? '登记' : wayLabels[way]}
      </View>
      <View className="result-fact">
        <Icon name="pin" tone="ink3" size={18} />
        {activity.place}
      </View>
      {activity.chairName && (
        <View className="result-fact">
          <Icon name="mic" tone="ink3" size={18} />
          主持 {activity.chairName}
        </View>
      )}
    </Card>
  )
}

/** A poster's scan, and that of who could have shown the code: somebody else says yes first. */
const isWaiting = ({ way, waits }: Registered): boolean => waits === true || way === 'poster'

function Counts({ registered, onCount }: Props) {
  const [why, setWhy] = useState(false)
  const { counts, activity } = registered
  const waits = isWaiting(registered)
  return (
    <>
      <View className="result-sec">
        <View className="t-h2" id="counts-title">
          {waits ? '确认后' : '这次'}计入 {counts.length} 项
        </View>
        <LinkText id="why-counts" arrow={why ? 'up' : 'down'} onTap={() => setWhy(!why)}>
          为什么算这些
        </LinkText>
      </View>
      {why && (
        <View className="result-why" id="why-text">
          {activity.kind === 'community_service'
            ? '由社区党组织举办并确认的服务，计入社区服务；点开看依据和记录。'
            : `这一场是${kindLabels[activity.kind]}。计入哪些，由活动类型和发布时写明的“同时计入”决定；点开每一项，看依据和记录。`}
        </View>
      )}
      <Card className="result-counts">
        {counts.map((count, index) => {
          const { dutyId, label, text, met } = count
          return (
            <View
              key={dutyId}
              id={`count-${dutyId}`}
              className={index === 0 ? 'result-count result-first' : 'result-count'}
              onClick={() => onCount(count)}
            >
              <Ring
                done={waits ? 0 : 1}
                needed={met || waits ? 1 : 2}
                state={waits ? 'waiting' : met ? 'done' : 'missing'}
                size={36}
                label={`${label}，${text}`}
                calm
              />
              <View className="grow t-body m">{label}</View>
              <View className="t-sub c2 num">{text}</View>
            </View>
          )
        })}
      </Card>
    </>
  )
}

/** What the head says: a meeting is attended; a service is done, and what a poster registered waits for the community's look. */
function headOf({ activity, way, name, guest, waits }: Registered): { title: string; text: string } {
  if (waits && way === 'scan')
    return {
      title: '已登记，待确认',
      text:
        activity.kind === 'community_service'
          ? '您是社区工作人员，请另一位同志确认到场，确认后计入'
          : '您也能打开这场的登记码，请另一位组织者在名单上点一下，确认后计入',
    }
  if (activity.kind !== 'community_service')
    return { title: '到会登记成功', text: `${name}同志，您已到会${guest ? '（列席）' : ''}` }
  return way === 'poster'
    ? { title: '登记成功，待确认', text: '您扫的是海报上的码，社区工作人员确认后计入' }
    : { title: '服务登记成功', text: `${name}同志，社区已确认您到场` }
}

/** 到会登记成功: ring, facts, what it counts towards. */
export function Result({ registered, onCount }: Props) {
  const { elder } = useElder()
  const { title, text } = headOf(registered)
  const waits = isWaiting(registered)
  return (
    <View id="result">
      <ResultHead
        title={elder && !waits ? '登记成功' : title}
        {...(waits ? { mark: { icon: 'clock', tone: 'blue' } as const } : {})}
      >
        {text}
      </ResultHead>
      <Facts registered={registered} />
      {registered.counts.length > 0 ? (
        <Counts registered={registered} onCount={onCount} />
      ) : (
        <View className="result-calm">
          {waits ? '确认后自动计入，不用再来登记' : '已记录到会，这次不计入个人次数'}
        </View>
      )}
    </View>
  )
}
