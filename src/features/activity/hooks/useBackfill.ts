import { useState } from 'react'
import type { Board } from '@domain/contract/activity'
import type { Named } from '@domain/contract/shared'
import { now } from '@/cloud/clock'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { backfillable, backfillMode, type BackfillMode, presentAt } from '../logic/backfill'

export interface BackfillDraft {
  mode: BackfillMode
  memberIds: string[]
  reason: string
  /** Who may be asked, without whom it is about. */
  witnesses: Named[]
  witnessId: string | undefined
  witnessName: string | undefined
  refusal: PhoneRefusal | undefined
  busy: boolean
  toggle: (memberId: string) => void
  setReason: (reason: string) => void
  setWitness: (id: string) => void
  clearRefusal: () => void
  submit: () => Promise<void>
}

/** What the 补登 view is about to send. `preselected`: chosen on the record page. */
export function useBackfill(board: Board | undefined, preselected?: string): BackfillDraft {
  const [picked, setPicked] = useState<string[]>(preselected ? [preselected] : [])
  const [reason, setReason] = useState('')
  const [witness, setWitness] = useState<string>()
  /** The cloud asks for a second person although the list is still open: the organiser enters himself. */
  const [needsWitness, setNeedsWitness] = useState(false)
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const tick = useCloudAction('checkin.tick')
  const backfill = useCloudAction('checkin.backfill')

  const mode = needsWitness || !board ? 'witness' : backfillMode(board, now())
  const open = new Set(board ? backfillable(board).map((each) => each.memberId) : [])
  const memberIds = picked.filter((id) => open.has(id)).slice(0, mode === 'paper' ? undefined : 1)
  // Nobody confirms oneself.
  const witnesses = (board?.witnesses ?? []).filter(({ id }) => mode === 'paper' || !memberIds.includes(id))
  const chosen = witnesses.find((each) => each.id === witness) ?? witnesses[0]

  const send = (activityId: string, memberId: string) =>
    mode === 'paper'
      ? tick.runOnce({
          activityId,
          memberId,
          way: 'paper',
          occurredAt: presentAt(board?.startsAt ?? 0, now()),
        })
      : backfill.runOnce({ activityId, memberId, reason, witnessId: chosen?.id ?? '' })

  const submit = async () => {
    if (!board) return
    setRefusal(undefined)
    for (const memberId of memberIds) {
      const outcome = await send(board.id, memberId)
      // Registered meanwhile, by a scan or by an earlier try: what was wanted is so.
      if (!outcome.ok && outcome.reason !== 'already_registered') {
        if (outcome.reason === 'backfill_needs_witness') setNeedsWitness(true)
        setPicked(memberIds.slice(memberIds.indexOf(memberId)))
        setRefusal(outcome)
        return
      }
    }
    setPicked([])
    setReason('')
    setNeedsWitness(false)
  }

  return {
    mode,
    memberIds,
    reason,
    witnesses,
    witnessId: chosen?.id,
    witnessName: chosen?.name,
    refusal,
    busy: tick.busy || backfill.busy,
    toggle: (memberId) =>
      setPicked((before) => {
        if (mode === 'witness') return [memberId]
        return before.includes(memberId) ? before.filter((id) => id !== memberId) : [...before, memberId]
      }),
    setReason,
    setWitness,
    clearRefusal: () => setRefusal(undefined),
    submit,
  }
}
