import { View } from '@tarojs/components'
import { useState } from 'react'
import type { LiftableDuty, ShownExemption } from '@domain/contract/roster'
import type { ExemptionCategory } from '@domain/contract/words'
import { exemptionLabels } from '@domain/org/exemptions'
import { type Day, dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { DayField } from '@/components/DayField/DayField'
import { Sheet } from '@/components/Sheet/Sheet'
import { orTell } from '@/words/orTell'
import { defaultLifts, liftText } from '../logic/lifts'
import './ExemptionSheet.css'

interface Props {
  memberId: string
  name: string
  /** What is changed or answered; absent: a new one. */
  exemption?: Pick<ShownExemption, 'exemptionId' | 'category' | 'from'> & Partial<ShownExemption>
  /** The member asked for it. */
  asked?: boolean
  liftable: readonly LiftableDuty[]
  onClose: () => void
}

interface Form {
  category: ExemptionCategory
  from: Day
  to?: Day
  dutyIds: readonly string[]
}

const categories = Object.keys(exemptionLabels) as ExemptionCategory[]

function firstForm({ exemption, liftable }: Pick<Props, 'exemption' | 'liftable'>): Form {
  const category = exemption?.category ?? 'old_age'
  return {
    category,
    from: exemption?.from ?? dayOf(now()),
    ...(exemption?.to && { to: exemption.to }),
    dutyIds: exemption?.dutyIds ?? defaultLifts(liftable, category),
  }
}

/** 不作硬性要求: the bare category, its dates and what it lifts. No text can be typed. */
export function ExemptionSheet({ memberId, name, exemption, asked = false, liftable, onClose }: Props) {
  const [form, setForm] = useState(() => firstForm({ exemption, liftable }))
  const set = useCloudAction('roster.setExemption')
  const send = async (agree: boolean) => {
    const { exemptionId } = exemption ?? {}
    const { category, from, to, dutyIds } = form
    const id = exemptionId ? { exemptionId } : {}
    const end = to ? { to } : {}
    // What is left as it was is left to the cloud: it knows which duties there are.
    const before = exemption?.category === category ? exemption.dutyIds : undefined
    const same = before ?? defaultLifts(liftable, category)
    const lifted = same.join() === dutyIds.join() ? {} : { dutyIds: [...dutyIds] }
    const answer = await orTell(set.runOnce({ memberId, category, from, ...id, ...end, ...lifted, agree }))
    if (answer) onClose()
  }
  return (
    <Sheet
      open
      id="exemption-sheet"
      title={`${name}：不作硬性要求`}
      onClose={onClose}
      footer={
        <Answers asked={asked} known={!!exemption} busy={set.busy} onAnswer={(yes) => void send(yes)} />
      }
    >
      <View className="exemption-label">情况（只选大类，不写病情）</View>
      <View className="chips">
        {categories.map((category) => (
          <Chip
            key={category}
            id={`category-${category}`}
            on={form.category === category}
            onTap={() => setForm({ ...form, category, dutyIds: defaultLifts(liftable, category) })}
          >
            {exemptionLabels[category]}
          </Chip>
        ))}
      </View>
      <Dates form={form} onChange={setForm} />
      <View className="exemption-label">不作要求的事项</View>
      <View className="chips">
        {liftable.map(({ dutyId: id, label }) => {
          const on = form.dutyIds.includes(id)
          const dutyIds = on ? form.dutyIds.filter((each) => each !== id) : [...form.dutyIds, id]
          return (
            <Chip key={id} id={`lift-${id}`} on={on} onTap={() => setForm({ ...form, dutyIds })}>
              {label}
            </Chip>
          )
        })}
      </View>
      <View className="t-sub c2 mt12">{liftText(form.category)}</View>
    </Sheet>
  )
}

function Dates({ form, onChange }: { form: Form; onChange: (form: Form) => void }) {
  const { to: _, ...open } = form
  return (
    <View className="exemption-days">
      <DayField
        label="从"
        id="exemption-from"
        value={form.from}
        onChange={(from) => onChange({ ...form, from })}
      />
      <DayField
        label="到"
        id="exemption-to"
        value={form.to}
        start={form.from}
        placeholder="不定"
        onChange={(to) => onChange({ ...form, to })}
      />
      {form.to ? (
        <View className="exemption-open">
          <Chip id="exemption-no-end" onTap={() => onChange(open)}>
            截止日期不定
          </Chip>
        </View>
      ) : null}
    </View>
  )
}

interface AnswersProps {
  asked: boolean
  known: boolean
  busy: boolean
  onAnswer: (agree: boolean) => void
}
function Answers({ asked, known, busy, onAnswer }: AnswersProps) {
  return (
    <>
      {known ? (
        <Button kind="outline" id="exemption-no" busy={busy} onTap={() => onAnswer(false)}>
          {asked ? '不同意' : '到今天为止'}
        </Button>
      ) : null}
      <Button id="exemption-yes" grow busy={busy} onTap={() => onAnswer(true)}>
        {asked ? '同意' : '保存'}
      </Button>
    </>
  )
}
