import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { dayOf } from '@domain/time/day'
import { formatDay, formatWeekday } from '@domain/time/format'
import { now } from '@/cloud/clock'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { Icon } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { Sheet } from '@/components/Sheet/Sheet'
import { wordsFor } from '@/words/refusals'
import { backfillDays } from '../logic/backfillDays'
import type { Purpose } from '../logic/purposes'
import { PurposeTiles } from './PurposeTiles'

type Households = Extract<ResponseOf<'identity.me'>, { state: 'bound' }>['households']

interface Props {
  open: boolean
  households: Households
  /** The first day offered, as the cloud names it. */
  enterFrom: string | undefined
  onClose: () => void
  /** Whom it waits for now. */
  onDone: (waitsFor: string) => void
}

interface Draft {
  householdId: string | undefined
  on: string
  purposes: Purpose[]
}

function useDraft({ households, onDone }: Pick<Props, 'households' | 'onDone'>) {
  const [draft, setDraft] = useState<Draft>({
    householdId: households.length === 1 ? households[0]?.id : undefined,
    on: dayOf(now()),
    purposes: [],
  })
  const [refusal, setRefusal] = useState<PhoneRefusal | null>(null)
  const { runOnce, busy } = useCloudAction('household.backfill')
  const missing = !draft.householdId ? '先选哪一户' : draft.purposes.length === 0 ? '先点帮了什么' : undefined
  const change = (part: Partial<Draft>) => {
    setRefusal(null)
    setDraft({ ...draft, ...part })
  }
  const send = async () => {
    const { householdId, on, purposes } = draft
    if (!householdId) return
    const outcome = await runOnce({ householdId, occurredOn: on, purposes })
    if (outcome.ok) onDone(outcome.data.waitsFor)
    else setRefusal(outcome)
  }
  return { draft, change, send, busy, missing, refusal }
}

interface DayProps {
  on: string
  enterFrom: string | undefined
  onChange: (on: string) => void
}

function Day({ on, enterFrom, onChange }: DayProps) {
  const { from, to } = backfillDays(now(), enterFrom)
  return (
    <Picker mode="date" value={on} start={from} end={to} onChange={(event) => onChange(event.detail.value)}>
      <View className="backfill-day" id="backfill-day">
        <Icon name="cal" tone="ink2" />
        <View className="grow num">
          {formatDay(on)} {formatWeekday(on)}
        </View>
        <Icon name="right" tone="line" size={20} />
      </View>
    </Picker>
  )
}

/** 补登走访: which household, which day, what for. The village's contact says yes before it counts. */
export function BackfillSheet({ open, households, enterFrom, onClose, onDone }: Props) {
  const { draft, change, send, busy, missing, refusal } = useDraft({ households, onDone })
  const words = refusal && wordsFor(refusal)
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="补登走访"
      id="backfill-visit"
      footer={
        <Button id="backfill-send" grow busy={busy} disabledBecause={missing} onTap={() => void send()}>
          提交补登
        </Button>
      }
    >
      <View className="t-sub c2">走访过、当时没扫码的，在这里补上；村里确认后计入</View>
      <View className="t-body b mt16">哪一户</View>
      <View className="chips mt8">
        {households.map(({ id, number, village }) => (
          <Chip
            key={id}
            id={`household-${id}`}
            on={id === draft.householdId}
            onTap={() => change({ householdId: id })}
          >
            {village} {number}
          </Chip>
        ))}
      </View>
      <View className="t-body b mt16">哪一天</View>
      <Day on={draft.on} enterFrom={enterFrom} onChange={(on) => change({ on })} />
      <View className="t-body b mt16 mb8">帮了什么</View>
      <PurposeTiles chosen={draft.purposes} onChange={(purposes) => change({ purposes })} />
      {words && (
        <Note tone="miss" icon="info" id="backfill-refusal">
          <View className="b">{words.title}</View>
          <View>
            {words.text}。{words.next}。
          </View>
        </Note>
      )}
    </Sheet>
  )
}
