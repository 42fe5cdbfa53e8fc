import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { formatDay } from '@domain/time/format'
import { CheckList, type CheckRow } from '@/components/CheckList/CheckList'
import type { Ticked } from '@/components/CheckList/useTicked'
import { Empty } from '@/components/Empty/Empty'
import { Section } from '@/components/Section/Section'

type Deeds = ResponseOf<'deed.pending'>['pending']

const rowsOf = (deeds: Deeds): CheckRow[] =>
  deeds.map(({ deedId, title, name, branchName, finishedAt }) => ({
    id: deedId,
    name,
    from: branchName,
    sub: title,
    note: formatDay(finishedAt),
  }))

/** Finished deeds, ticked beforehand. */
export function WaitingDeeds({ deeds, ticked }: { deeds: Deeds; ticked: Ticked }) {
  if (deeds.length === 0) {
    return (
      <View className="mt12">
        <Empty image="done" title="没有待确认的实事" text="党员办结后，会显示在这里" id="nothing-pending" />
      </View>
    )
  }
  return (
    <>
      <Section title={`待确认 ${deeds.length} 件`} right="没有办的，点一下取消" />
      <CheckList id="pending-deeds" rows={rowsOf(deeds)} ticked={ticked} />
    </>
  )
}
