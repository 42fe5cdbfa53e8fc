import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { formatDay } from '@domain/time/format'
import { CheckList, type CheckRow } from '@/components/CheckList/CheckList'
import type { Ticked } from '@/components/CheckList/useTicked'
import { Empty } from '@/components/Empty/Empty'
import { Section } from '@/components/Section/Section'

type Deeds = ResponseOf<'deed.pending'>['pending']
export type WaitingDeed = Deeds[number]

interface Props {
  deeds: Deeds
  ticked: Ticked
  /** 还没办好: back to who claimed it. */
  onGiveBack: (deed: WaitingDeed) => void
}

/** Finished deeds, ticked beforehand. */
export function WaitingDeeds({ deeds, ticked, onGiveBack }: Props) {
  if (deeds.length === 0) {
    return (
      <View className="mt12">
        <Empty image="done" title="没有待确认的实事" text="党员办结后，会显示在这里" id="nothing-pending" />
      </View>
    )
  }
  const rows: CheckRow[] = deeds.map((deed) => ({
    id: deed.deedId,
    name: deed.name,
    from: deed.branchName,
    sub: `${deed.title}，${formatDay(deed.finishedAt)}办结`,
    other: { label: '没办好', onTap: () => onGiveBack(deed) },
  }))
  return (
    <>
      <Section title={`待确认 ${deeds.length} 件`} right="说不准的，点一下先留着" />
      <CheckList id="pending-deeds" rows={rows} ticked={ticked} />
    </>
  )
}
