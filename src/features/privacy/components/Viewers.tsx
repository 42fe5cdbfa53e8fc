import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PrivacyCentre } from '@domain/contract/privacy'
import { formatDayTime } from '@domain/time/format'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { LinkText } from '@/components/LinkText/LinkText'
import { Section } from '@/components/Section/Section'

/** Shown before 全部 is asked for. */
const FIRST = 3

/** 谁看过我的记录: one row a person and day. */
export function Viewers({ viewers }: { viewers: PrivacyCentre['viewers'] }) {
  const [all, setAll] = useState(false)
  const shown = all ? viewers : viewers.slice(0, FIRST)
  return (
    <>
      <Section
        title="谁看过我的记录"
        right={
          viewers.length > FIRST && (
            <LinkText id="viewers-all" arrow={all ? 'up' : 'down'} onTap={() => setAll(!all)}>
              {all ? '收起' : `全部 ${viewers.length} 次`}
            </LinkText>
          )
        }
      />
      <Card id="viewers" className="privacy-cells">
        {shown.map(({ name, role, at, what }, index) => (
          <View key={`${name} ${at}`}>
            {index > 0 && <Divider inset={68} />}
            <Cell
              leading={<Avatar name={name} />}
              title={
                <>
                  {name} <View className="privacy-role">{role}</View>
                </>
              }
              sub={`${formatDayTime(at)} 看${what}`}
            />
          </View>
        ))}
        {viewers.length === 0 && <View className="privacy-none">一年内还没有人看过</View>}
      </Card>
    </>
  )
}
