import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RosterMember, ShownExemption } from '@domain/contract/roster'
import { exemptionLabels } from '@domain/org/exemptions'
import { formatYearDay } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { LinkText } from '@/components/LinkText/LinkText'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { open } from '@/navigation/navigate'

const states: Record<ShownExemption['state'], { label: string; tone: 'info' | 'mute' | 'miss' }> = {
  asked: { label: '等您答复', tone: 'miss' },
  in_force: { label: '正在适用', tone: 'info' },
  ended: { label: '已结束', tone: 'mute' },
  declined: { label: '没有同意', tone: 'mute' },
}

interface Props {
  /** One's own page: whoever answers is somebody else. */
  own: boolean
  member: RosterMember
  onOpen: (exemption: ShownExemption | undefined) => void
}

/** 不作硬性要求 of one member, those that are over behind a word. */
export function MemberExemptions({ own, member: { exemptions }, onOpen }: Props) {
  const [all, setAll] = useState(false)
  const isLive = ({ state }: ShownExemption) => state === 'asked' || state === 'in_force'
  const shown = all ? exemptions : exemptions.filter(isLive)
  const hidden = exemptions.length - shown.length
  return (
    <View id="member-exemptions">
      <Section
        title="不作硬性要求"
        right={
          own ? (
            <LinkText id="exemption-own" onTap={() => open('exemption')}>
              本人申请
            </LinkText>
          ) : (
            <LinkText id="exemption-add" icon="plus" onTap={() => onOpen(undefined)}>
              设置
            </LinkText>
          )
        }
      />
      {own ? (
        <View className="mb8">
          <Note tone="mute" icon="info" id="exemption-other">
            本人的由支部另一位书记、副书记或组织委员办理；没有的，由县直机关工委办理
          </Note>
        </View>
      ) : null}
      <Card className="roster-list">
        {shown.length === 0 ? (
          <Cell leading={<Icon name="cup" tone="ink3" size={24} />} title="没有设置" />
        ) : null}
        {shown.map((one, index) => {
          const { label, tone } = states[one.state]
          return (
            <View key={one.exemptionId}>
              {index > 0 ? <Divider inset={16} /> : null}
              <Cell
                id={`exemption-${one.exemptionId}`}
                title={exemptionLabels[one.category]}
                sub={daysText(one)}
                right={<Tag tone={tone}>{own && one.state === 'asked' ? '等答复' : label}</Tag>}
                {...(isLive(one) && !own && { chevron: true, onTap: () => onOpen(one) })}
              />
            </View>
          )
        })}
        {hidden > 0 ? (
          <>
            <Divider inset={16} />
            <Cell title={`以前的 ${hidden} 条`} chevron onTap={() => setAll(true)} />
          </>
        ) : null}
      </Card>
    </View>
  )
}

const daysText = ({ from, to, setBy }: ShownExemption): string =>
  [
    `${formatYearDay(from)}起`,
    to ? `到${formatYearDay(to)}` : '截止不定',
    ...(setBy ? [`${setBy}设置`] : []),
  ].join('，')
