import { useState } from 'react'
import type { Named } from '@domain/contract/shared'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'

export type MakeUpDraft = ReturnType<typeof useMakeUp>

/**
 * 补学 of one missed study. Whoever has to ask chooses a second person first; nobody has to be asked where there are no `witnesses`.
 * `said`: what came of it.
 */
export function useMakeUp(memberId: string, witnesses: readonly Named[]) {
  const [asked, setAsked] = useState<string>()
  const [chosen, setChosen] = useState<string>()
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const [said, setSaid] = useState<string>()
  const { runOnce, busy } = useCloudAction('checkin.makeUp')
  const witness = witnesses.find(({ id }) => id === chosen) ?? witnesses[0]

  const send = async (activityId: string, witnessId: string | undefined) => {
    const outcome = await runOnce({ activityId, memberId, witnessId })
    setRefusal(outcome.ok ? undefined : outcome)
    if (!outcome.ok) return
    const { waitsFor } = outcome.data
    setAsked(undefined)
    setSaid(waitsFor === undefined ? '已记为补学' : `已请${waitsFor}确认，确认后计入`)
  }
  return {
    asked,
    witness,
    busy,
    refusal,
    said,
    chooseWitness: setChosen,
    ask: (activityId: string) => {
      setRefusal(undefined)
      if (witnesses.length === 0) void send(activityId, undefined)
      else setAsked(activityId)
    },
    send: () => {
      if (asked !== undefined) void send(asked, witness?.id)
    },
  }
}
