import { View } from '@tarojs/components'
import { DEED_LINE, NEED_DAYS_AHEAD } from '@domain/contract/lists'
import { addDays, dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { DayField } from '@/components/DayField/DayField'
import { Divider } from '@/components/Divider/Divider'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Note } from '@/components/Note/Note'
import { Sheet } from '@/components/Sheet/Sheet'
import { TextField } from '@/components/TextField/TextField'
import { wordsFor } from '@/words/refusals'
import { useNeedForm } from '../hooks/usePlaceNeeds'

interface Props {
  placeId: string
  contact: string
  onClose: () => void
}

/** 写一条需求: one line, until when, how many, whom to ask. Of whose it is nothing is written. */
export function NeedSheet({ placeId, contact, onClose }: Props) {
  const { form, change, missing, busy, refusal, write } = useNeedForm(placeId, contact, onClose)
  const words = refusal && wordsFor(refusal)
  const today = dayOf(now())
  return (
    <Sheet
      open
      onClose={onClose}
      title="写一条需求"
      id="need-sheet"
      footer={
        <Button id="need-write" grow busy={busy} disabledBecause={missing} onTap={() => void write()}>
          请党员认领
        </Button>
      }
    >
      <Card>
        <TextField
          label="办什么"
          id="field-need"
          inputId="need-title"
          strong
          value={form.title}
          maxlength={DEED_LINE}
          placeholder="如：修好路灯"
          onChange={(title) => change({ title })}
        />
        <Divider inset={16} />
        <DayField
          label="哪天前"
          id="field-until"
          value={form.until}
          start={today}
          end={addDays(today, NEED_DAYS_AHEAD)}
          onChange={(until) => change({ until })}
        />
        <Divider inset={16} />
        <TextField
          label="要几人"
          id="field-wanted"
          inputId="need-wanted"
          digits
          value={form.wanted}
          maxlength={2}
          placeholder="1"
          onChange={(wanted) => change({ wanted })}
        />
        <Divider inset={16} />
        <TextField
          label="找谁"
          id="field-contact"
          inputId="need-contact"
          value={form.contact}
          maxlength={20}
          placeholder="联系人，可不填"
          onChange={(said) => change({ contact: said })}
        />
      </Card>
      <NoSecrets also="不写是谁家、家里的情况" />
      {words && (
        <View className="mt12">
          <Note tone="miss" icon="info" id="need-refusal">
            <View className="b">{words.title}</View>
            <View>
              {words.text}。{words.next}。
            </View>
          </Note>
        </View>
      )}
    </Sheet>
  )
}
