import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
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

/** One's own household, or one that was it until a day (inclusive). */
export interface Offered {
  id: string
  number: string
  village: string
  until?: string
}

interface Props {
  open: boolean
  households: readonly Offered[]
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

function useDraft({ households, enterFrom, onDone }: Pick<Props, 'households' | 'enterFrom' | 'onDone'>) {
  const only = households.length === 1 ? households[0] : undefined
  const [draft, setDraft] = useState<Draft>({
    householdId: only?.id,
    on: backfillDays(now(), enterFrom, only?.until).to,
    purposes: [],
  })
  const [refusal, setRefusal] = useState<PhoneRefusal | null>(null)
  const { runOnce, busy } = useCloudAction('household.backfill')
  const missing = !draft.householdId ? '先选哪一户' : draft.purposes.length === 0 ? '先点帮了什么' : undefined
  const change = (part: Partial<Draft>) => {
    setRefusal(null)
    setDraft({ ...draft, ...part })
  }
  const until = households.find(({ id }) => id === draft.householdId)?.until
  const days = backfillDays(now(), enterFrom, until)
  const choose = ({ id, until }: Offered) => {
    const { to } = backfillDays(now(), enterFrom, until)
    change({ householdId: id, on: draft.on > to ? to : draft.on })
  }
  const send = async () => {
    const { householdId, on, purposes } = draft
    if (!householdId) return
    const outcome = await runOnce({ householdId, occurredOn: on, purposes })
    if (outcome.ok) onDone(outcome.data.waitsFor)
    else setRefusal(outcome)
  }
  return { draft, days, change, choose, send, busy, missing, refusal }
}

interface DayProps {
  on: string
  days: { from: string; to: string }
  onChange: (on: string) => void
}

function Day({ on, days: { from, to }, onChange }: DayProps) {
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
  const { draft, days, change, choose, send, busy, missing, refusal } = useDraft({
    households,
    enterFrom,
    onDone,
  })
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
        {households.map((household) => {
          const { id, number, village, until } = household
          return (
            <Chip
              key={id}
              id={`household-${id}`}
              on={id === draft.householdId}
              onTap={() => choose(household)}
            >
              {village} {number}
              {until === undefined ? '' : `，到${formatDay(until)}`}
            </Chip>
          )
        })}
      </View>
      <View className="t-body b mt16">哪一天</View>
      <Day on={draft.on} days={days} onChange={(on) => change({ on })} />
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
