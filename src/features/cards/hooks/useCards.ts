import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import type { CardChange } from '@domain/contract/card'
import { ON_A_SHEET } from '@domain/papers/cardPaper'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'

export type Card = ResponseOf<'household.cards'>['cards'][number]

const questions: Record<CardChange, { text: string; yes: string }> = {
  renewed: {
    text: '旧卡马上作废，再扫没有任何反应。新卡打印以前，走访可以补登。',
    yes: '换一张',
  },
  stopped: { text: '门上的卡马上作废，再扫没有任何反应。以后还可以换一张新的。', yes: '停用' },
}

/** The cards of a village: those that can be printed sheet by sheet, and what is done with one. */
export function useCards(first: string | undefined) {
  const [villageId, setVillageId] = useState(first)
  const query = useCloudQuery('household.cards', villageId === undefined ? {} : { villageId })
  const setting = useCloudAction('household.setCard')
  const [at, setAt] = useState(0)
  const printable = (query.data?.cards ?? []).filter(({ code }) => code !== undefined)
  const sheets = Math.ceil(printable.length / ON_A_SHEET)
  const shown = Math.max(0, Math.min(at, sheets - 1))
  return {
    query,
    printable,
    sheets,
    at: shown,
    sheet: printable.slice(shown * ON_A_SHEET, (shown + 1) * ON_A_SHEET),
    turn: (by: number) => setAt(shown + by),
    choose: (id: string) => {
      setVillageId(id)
      setAt(0)
    },
    busy: setting.busy,
    set: async ({ householdId, number }: Card, to: CardChange) => {
      const { text, yes } = questions[to]
      if (!(await askFirst({ title: `${number} 的卡${yes}`, text, yes }))) return
      await orTell(setting.runOnce({ householdId, to }))
    },
  }
}
