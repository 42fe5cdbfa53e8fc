import { Input, View } from '@tarojs/components'
import type { ActivityForm } from '@domain/contract/activity'
import { Button } from '@/components/Button/Button'
import { LinkText } from '@/components/LinkText/LinkText'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Sheet } from '@/components/Sheet/Sheet'
import './AgendaSheet.css'

type Agenda = ActivityForm['agenda']

interface Props {
  open: boolean
  agenda: Agenda
  onChange: (agenda: Agenda) => void
  onClose: () => void
}

/** As many as the form takes. */
const MOST = 12
const MOST_MINUTES = 480

export function AgendaSheet({ open, agenda, onChange, onClose }: Props) {
  const put = (index: number, item: Agenda[number]) =>
    onChange(agenda.map((each, at) => (at === index ? item : each)))
  const close = () => {
    onChange(agenda.filter(({ text }) => text.trim() !== ''))
    onClose()
  }
  return (
    <Sheet
      open={open}
      onClose={close}
      title="议程"
      footer={
        <Button id="agenda-done" grow onTap={close}>
          完成
        </Button>
      }
    >
      {agenda.map((item, index) => (
        <View className="agenda-edit" key={index}>
          <Input
            id={`agenda-text-${index}`}
            className="field-input agenda-edit-text"
            value={item.text}
            maxlength={60}
            placeholder="内容"
            placeholderClass="ph"
            onInput={(event) => put(index, { ...item, text: event.detail.value })}
          />
          <View className="agenda-edit-more">
            <Input
              id={`agenda-minutes-${index}`}
              className="field-input agenda-edit-minutes"
              type="number"
              value={String(item.minutes)}
              maxlength={3}
              onInput={(event) => put(index, { ...item, minutes: minutesOf(event.detail.value) })}
            />
            <View className="agenda-edit-unit">分钟</View>
            <LinkText
              id={`agenda-remove-${index}`}
              onTap={() => onChange(agenda.filter((_, at) => at !== index))}
            >
              去掉这一项
            </LinkText>
          </View>
        </View>
      ))}
      {agenda.length < MOST ? (
        <LinkText id="agenda-add" icon="plus" onTap={() => onChange([...agenda, { text: '', minutes: 30 }])}>
          加一项
        </LinkText>
      ) : null}
      <NoSecrets />
    </Sheet>
  )
}

const minutesOf = (text: string): number => Math.min(MOST_MINUTES, Math.max(0, Math.floor(Number(text) || 0)))
