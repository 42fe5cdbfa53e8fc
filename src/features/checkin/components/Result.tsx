import { useState } from 'react'
import { View } from '@tarojs/components'
import { kindLabels } from '@domain/activity/kindLabels'
import { formatClock, formatDay, formatWeekday } from '@domain/period/format'
import { Card } from '@/components/Card/Card'
import { Icon } from '@/components/Icon/Icon'
import { LinkText } from '@/components/LinkText/LinkText'
import { Ring } from '@/components/Ring/Ring'
import { useElder } from '@/platform/useElder'
import { wayLabels } from '@/platform/wayLabels'
import type { Registered } from '../hooks/useCheckIn'
import './checkin.css'

interface Props {
  registered: Registered
  /** Opens the reasons of one number; absent for what has no duty of its own. */
  onCount: (dutyId: string) => void
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

function Counts({ registered, onCount }: Props) {
  const [why, setWhy] = useState(false)
  const { counts, activity } = registered
  return (
    <>
      <View className="result-sec">
        <View className="t-h2" id="counts-title">
          这次计入 {counts.length} 项
        </View>
        <LinkText id="why-counts" arrow={why ? 'up' : 'down'} onTap={() => setWhy(!why)}>
          为什么算这些
        </LinkText>
      </View>
      {why && (
        <View className="result-why" id="why-text">
          这一场是{kindLabels[activity.kind]}
          。计入哪些，由活动类型和发布时写明的“同时计入”决定；点开每一项，看依据和记录。
        </View>
      )}
      <Card className="result-counts">
        {counts.map(({ dutyId, label, text, met }, index) => (
          <View
            key={dutyId}
            id={`count-${dutyId}`}
            className={index === 0 ? 'result-count result-first' : 'result-count'}
            onClick={() => onCount(dutyId)}
          >
            <Ring
              done={1}
              needed={met ? 1 : 2}
              state={met ? 'done' : 'missing'}
              size={36}
              label={`${label}，${text}`}
              calm
            />
            <View className="grow t-body m">{label}</View>
            <View className="t-sub c2 num">{text}</View>
          </View>
        ))}
      </Card>
    </>
  )
}

/** 到会登记成功: ring, facts, what it counts towards. */
export function Result({ registered, onCount }: Props) {
  const { elder } = useElder()
  return (
    <View id="result">
      <View className="result-head result-done">
        <View className="result-ring">
          <Ring done={1} needed={1} state="done" size={elder ? 104 : 72} label="到会登记成功" />
        </View>
        <View className="t-hero mt12" id="result-title">
          {elder ? '登记成功' : '到会登记成功'}
        </View>
        <View className="t-body c2 mt4">
          {registered.name}同志，您已到会{registered.guest ? '（列席）' : ''}
        </View>
      </View>
      <Facts registered={registered} />
      {registered.counts.length > 0 ? (
        <Counts registered={registered} onCount={onCount} />
      ) : (
        <View className="result-calm">已记录到会，这次不计入个人次数</View>
      )}
    </View>
  )
}
