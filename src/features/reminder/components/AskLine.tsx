import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Template } from '@domain/contract/reminder'
import { Button } from '@/components/Button/Button'
import { useReminders } from '../hooks/useReminders'
import { isForGood, templateWords } from '../logic/templates'
import './reminder.css'

/** One line under a result: allow one more message, or leave it. Nothing where it could not be asked. */
export function AskLine({ template }: { template: Template }) {
  const { settings, ask, busy } = useReminders()
  const [allowed, setAllowed] = useState(false)
  if (!settings.data?.templateIds[template] || settings.data.byLeader) return null
  if (!allowed && isForGood(settings.data, template)) return null
  return (
    <View className="ask-line" id="ask-line">
      <View className="grow">
        <View className="t-body m">{templateWords[template].title}</View>
        <View className="t-cap c2">{allowed ? '已允许，下次会提醒您' : '允许一次，提醒一次'}</View>
      </View>
      {!allowed && (
        <Button
          kind="outline"
          small
          icon="bell"
          id="remind-me"
          busy={busy}
          onTap={() => void ask([template]).then((count) => setAllowed(count > 0))}
        >
          下次还提醒我
        </Button>
      )}
    </View>
  )
}
