import { Fragment } from 'react'
import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import { Switch } from '@/components/Switch/Switch'
import { type Reminders, useReminders } from '../hooks/useReminders'
import {
  isForGood,
  leftOf,
  leftText,
  templatesShown,
  templatesToAsk,
  templateWords,
} from '../logic/templates'
import './reminder.css'

type Settings = ResponseOf<'reminder.settings'>

function Credits({ settings, reminders }: { settings: Settings; reminders: Reminders }) {
  const wanted = templatesToAsk(settings)
  const shown = templatesShown(settings)
  const because = settings.byLeader
    ? '已改由党小组长告知'
    : wanted.length > 0
      ? undefined
      : shown.some((template) => isForGood(settings, template))
        ? '已经允许过了，一直能收到'
        : '单位还没有开通微信提醒'
  return (
    <Card className="mt12 credits">
      {shown.map((template, index) => {
        const comes = leftOf(settings, template) > 0 && !settings.off?.includes(template)
        const { title, text } = templateWords[template]
        return (
          <Fragment key={template}>
            {index > 0 && <Divider inset={16} />}
            <Cell
              id={`credit-${template}`}
              title={<View className="b">{title}</View>}
              sub={text}
              right={<View className={comes ? 'm c-pine' : 'm c-ochre'}>{leftText(settings, template)}</View>}
            />
          </Fragment>
        )
      })}
      <View className="credits-ask">
        <Button
          id="remind-me"
          icon="bell"
          busy={reminders.busy}
          disabledBecause={because}
          onTap={() => void reminders.ask(wanted)}
        >
          下次还提醒我
        </Button>
      </View>
    </Card>
  )
}

/** 11b: how many messages may still come, and how else one is told. */
export function ReminderSettings() {
  const reminders = useReminders()
  return (
    <Loaded query={reminders.settings} skeleton="list">
      {(settings) => (
        <View id="reminder-settings">
          <Note tone="info" icon="info">
            微信规定：您点一次“允许”，只能给您发一条。用完不影响登记，党小组长会告诉您。
          </Note>
          <Credits settings={settings} reminders={reminders} />
          <Section title="什么时候发" />
          <Card>
            <Cell
              leading={<Icon name="moon" tone="ink2" />}
              title="夜间不打扰"
              sub="21:00 至次日 8:00 不发"
            />
            <Divider inset={52} />
            <Cell
              leading={<Icon name="phone" tone="ink2" />}
              title="我不用微信提醒"
              sub="改由党小组长告知"
              right={
                <Switch
                  id="by-leader"
                  on={settings.byLeader}
                  onChange={(on) => void reminders.setByLeader(on)}
                  label="我不用微信提醒"
                />
              }
            />
          </Card>
        </View>
      )}
    </Loaded>
  )
}
