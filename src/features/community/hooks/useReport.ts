import { useState } from 'react'
import { readCode } from '@domain/checkin/code'
import type { CommunityKind } from '@domain/contract/words'
import { communityKindLabels } from '@domain/org/communityKindLabels'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { askFirst } from '@/platform/askFirst'
import { scan } from '@/platform/scan'
import { showWords } from '@/platform/showWords'
import { orTell } from '@/words/orTell'
import { emptyKind } from '../logic/reportWords'

/** The community a code leads to; undefined when it is none of a community. */
const communityIn = (text: string | undefined): string | undefined => {
  const code = text === undefined ? null : readCode(text)
  return code?.type === 'community' ? code.communityId : undefined
}

/** 到社区报到: what holds and waits, which kind is being chosen for, and the acts. `code`: what was scanned to come here. */
export function useReport(code: string | undefined) {
  const query = useCloudQuery('community.mine', {})
  const reporting = useCloudAction('community.report')
  const withdrawing = useCloudAction('community.withdraw')
  const leaving = useCloudAction('community.leave')
  /** undefined: nothing was said yet, what is empty is offered; null: closed. */
  const [said, setSaid] = useState<CommunityKind | null>()
  const [chosenId, setChosenId] = useState(() => communityIn(code))
  const { data } = query
  const offered = data && (emptyKind(data) ?? (communityIn(code) === undefined ? undefined : 'home'))
  const kind = said === undefined ? offered : (said ?? undefined)
  const chosen = kind && data?.communities.find(({ id }) => id === chosenId)
  const choose = (next: CommunityKind | null) => {
    setSaid(next)
    setChosenId(undefined)
  }
  return {
    query,
    kind,
    chosen,
    choose,
    pick: setChosenId,
    busy: reporting.busy || withdrawing.busy || leaving.busy,
    scan: async () => {
      const scanned = await scan()
      if (!scanned) return
      const communityId = communityIn(scanned.text)
      if (data?.communities.some(({ id }) => id === communityId)) setChosenId(communityId)
      else showWords({ title: '这不是报到码', text: '没有读到社区', next: '也可以按名称选' })
    },
    report: async () => {
      if (!kind || !chosen) return
      // Once it waits, what else is empty is offered.
      if (await orTell(reporting.runOnce({ communityId: chosen.id, kind }))) {
        setSaid(undefined)
        setChosenId(undefined)
      }
    },
    withdraw: (of: CommunityKind) => orTell(withdrawing.run({ kind: of })),
    leave: async (of: CommunityKind, name: string) => {
      const text = '今天起不再是这里的报到党员，以前的记录都在。'
      const question = { title: `${communityKindLabels[of]}不再报到${name}`, text, yes: '不再报到' }
      if (await askFirst(question)) await orTell(leaving.run({ kind: of }))
    },
  }
}
