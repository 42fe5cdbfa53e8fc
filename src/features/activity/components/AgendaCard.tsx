import { View } from '@tarojs/components'
import type { ActivityForm } from '@domain/contract/activity'
import { Card } from '@/components/Card/Card'
import { LinkText } from '@/components/LinkText/LinkText'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import { AgendaLines } from './AgendaLines'
import './AgendaCard.css'

interface Props {
  agenda: ActivityForm['agenda']
  wrong: string | undefined
  onEdit: () => void
}

export function AgendaCard({ agenda, wrong, onEdit }: Props) {
  return (
    <View id="agenda">
      <Section
        title="议程"
        right={
          <View className="agenda-change">
            <LinkText id="agenda-edit" icon="edit" onTap={onEdit}>
              修改
            </LinkText>
          </View>
        }
      />
      <Card className="agenda">
        {agenda.length === 0 ? <View className="agenda-none">还没有议程</View> : null}
        <AgendaLines agenda={agenda} />
      </Card>
      {wrong ? (
        <View className="agenda-wrong">
          <Note tone="miss">{wrong}</Note>
        </View>
      ) : null}
    </View>
  )
}
