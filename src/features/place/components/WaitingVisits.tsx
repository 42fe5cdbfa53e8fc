import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { formatDay } from '@domain/time/format'
import { CheckList, type CheckRow } from '@/components/CheckList/CheckList'
import type { Ticked } from '@/components/CheckList/useTicked'
import { Empty } from '@/components/Empty/Empty'
import { Section } from '@/components/Section/Section'

type Visits = ResponseOf<'household.pending'>['pending']

/** Of the household its number, nothing else. */
const rowsOf = (visits: Visits): CheckRow[] =>
  visits.map(({ factId, name, branchName, number, on }) => ({
    id: factId,
    name,
    from: branchName,
    sub: `${formatDay(on)}走访`,
    note: number,
  }))

/** Back-filled visits, ticked beforehand. */
export function WaitingVisits({ visits, ticked }: { visits: Visits; ticked: Ticked }) {
  if (visits.length === 0) {
    return (
      <View className="mt12">
        <Empty
          image="house"
          title="没有待确认的走访"
          text="扫门口码的走访已经计入，不用确认"
          id="nothing-pending"
        />
      </View>
    )
  }
  return (
    <>
      <Section title={`待确认 ${visits.length} 次`} right="没有来过的，点一下取消" />
      <CheckList id="pending-visits" rows={rowsOf(visits)} ticked={ticked} />
    </>
  )
}
