import { View } from '@tarojs/components'
import type { EarlyNote } from '@domain/contract/progress'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Icon } from '@/components/Icon/Icon'
import { LinkText } from '@/components/LinkText/LinkText'
import { Section } from '@/components/Section/Section'
import { earlyPeople } from '../logic/earlyWords'
import './EarlyNotes.css'

interface Props {
  notes: readonly EarlyNote[]
  /** Enters that somebody has talked with the member; absent where talks are not entered. */
  onTalk?: ((memberId: string) => void) | undefined
}

/** 建议谈谈心 (DUTIES row 45): for the secretary and the organisation officer alone; a suggestion to talk, no label and no conclusion. */
export function EarlyNotes({ notes, onTalk }: Props) {
  const people = earlyPeople(notes)
  if (people.length === 0) return null
  return (
    <View id="early">
      <Section title="建议找本人谈谈" right={`${people.length} 人`} />
      <View className="early-lock">
        <Icon name="lock" tone="ink3" size={18} />
        <View className="grow">只有党支部书记、组织委员看得到</View>
      </View>
      <Card className="early">
        {people.map(({ memberId, name, lines }) => (
          <View className="early-row" key={memberId} id={`early-${memberId}`}>
            <Avatar name={name} />
            <View className="grow">
              <View className="early-name">{name}</View>
              {lines.map((line) => (
                <View className="early-line" key={line}>
                  {line}
                </View>
              ))}
              {onTalk && (
                <LinkText id={`early-talk-${memberId}`} arrow="right" onTap={() => onTalk(memberId)}>
                  谈过了，记一次
                </LinkText>
              )}
            </View>
          </View>
        ))}
        <View className="early-foot">没有登记不等于没有参加。先听本人说说情况和困难，这里不作任何结论</View>
      </Card>
    </View>
  )
}
