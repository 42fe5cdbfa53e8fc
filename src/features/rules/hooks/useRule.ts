import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { RuleChange, RulePreview } from '@domain/contract/duty'
import type { PhoneRefusal } from '@/cloud/outcome'
import { now } from '@/cloud/clock'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useForm } from '@/cloud/useForm'
import { back } from '@/navigation/navigate'
import { changeOf, draftOf, faultOf, refusedField, type RuleDraft, type RuleField } from '../logic/ruleDraft'
import { dayText, type RuleRow } from '../logic/ruleWords'

/** A change as it was looked at: exactly this is published, and a resend of it is saved once. */
export interface Looked {
  change: RuleChange
  preview: RulePreview
}

/**
 * A rule being edited. `row`: as it stands now; what is typed began with an earlier answer and stays when that one grows old. `refetch`: asks
 * for the row again.
 */
export function useRule(row: RuleRow, refetch: () => Promise<unknown>) {
  const { measure } = row.rule
  const { form, change, tell, refuse, wrong, refusal, clearRefusal } = useForm<RuleDraft, RuleField>(() =>
    draftOf(row.form, measure),
  )
  const [base, setBase] = useState(row.form)
  const [looked, setLooked] = useState<Looked>()
  const preview = useCloudAction('duty.preview')
  const save = useCloudAction('duty.save')

  const refused = (outcome: PhoneRefusal) => {
    setLooked(undefined)
    if (outcome.reason === 'rule_changed') void refetch()
    refuse(outcome, refusedField(outcome))
  }
  const look = async (on: RuleChange = base) => {
    const fault = faultOf(form, measure)
    if (fault) {
      tell(fault)
      return
    }
    const asked = changeOf(form, on, measure)
    const outcome = await preview.run({ change: asked })
    if (!outcome.ok) {
      refused(outcome)
      return
    }
    clearRefusal()
    setLooked({ change: asked, preview: outcome.data })
  }
  return {
    draft: form,
    change,
    wrong,
    refusal,
    clearRefusal,
    look: () => look(),
    /** After somebody else has saved: what is typed is held against their version. */
    lookAgain: () => {
      setBase(row.form)
      return look(row.form)
    },
    looked,
    leave: () => setLooked(undefined),
    publish: async ({ change: published }: Looked) => {
      const outcome = await save.runOnce({ change: published })
      if (outcome.ok) return outcome.data
      refused(outcome)
      return undefined
    },
    looking: preview.busy,
    publishing: save.busy,
  }
}
export type RuleEdit = ReturnType<typeof useRule>

/** Publishes what was looked at, says from which day it holds, and leaves the page; stays where it was refused. */
export async function publishAndLeave(edit: RuleEdit, looked: Looked): Promise<void> {
  const saved = await edit.publish(looked)
  if (!saved) return
  await Taro.showToast({ title: `已发布，${dayText(saved.validFrom, now())}起适用`, icon: 'none' })
  back()
}
