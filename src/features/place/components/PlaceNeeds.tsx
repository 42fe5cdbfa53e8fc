import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import type { PlaceNeed } from '@domain/contract/need'
import { isDone } from '@domain/fact/need'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { DeedTag } from '@/components/DeedTag/DeedTag'
import { Empty } from '@/components/Empty/Empty'
import { Section } from '@/components/Section/Section'
import { needLine } from '@/words/needLine'
import './PlaceNeeds.css'

interface Props extends Pick<ResponseOf<'need.page'>, 'needs' | 'more'> {
  busy: boolean
  onWithdraw: (need: PlaceNeed) => void
}

/** 需求 of a community or village: what is offered, what was until lately, what is done. */
export function PlaceNeeds({ needs, more, busy, onWithdraw }: Props) {
  if (needs.length === 0) {
    return (
      <View className="mt12">
        <Empty
          image="none"
          icon="deed"
          title="还没有写需求"
          text="写一条，报到和联系的党员看得到，自愿认领"
          id="no-needs"
        />
      </View>
    )
  }
  const open = needs.filter((need) => !isOver(need))
  const groups = [
    { title: '请党员认领', some: open.filter(({ offered }) => offered) },
    { title: '过了日子', some: open.filter(({ offered }) => !offered) },
    { title: '办好了', some: needs.filter(isOver) },
  ]
  return (
    <>
      {groups.map(({ title, some }) =>
        some.length === 0 ? null : (
          <View key={title}>
            <Section title={`${title} ${some.length} 条`} />
            {some.map((need) => (
              <One key={need.id} need={need} busy={busy} onWithdraw={() => onWithdraw(need)} />
            ))}
          </View>
        ),
      )}
      {more > 0 && <View className="t-sub c2 ctr mt12">{`还有 ${more} 条，前面的过了日子就会显示`}</View>}
    </>
  )
}

const isOver = (need: PlaceNeed): boolean =>
  isDone(need, need.takers.filter(({ state }) => state === 'confirmed').length)

interface OneProps {
  need: PlaceNeed
  busy: boolean
  onWithdraw: () => void
}

function One({ need, busy, onWithdraw }: OneProps) {
  const { id, title, contact, takers } = need
  return (
    <Card pad className="place-need" id={`need-${id}`}>
      <View className="t-body b">{title}</View>
      <View className="t-sub c2 num">{needLine(need)}</View>
      {contact !== undefined && <View className="t-sub c2">{contact}</View>}
      {takers.map(({ name, branchName, state }, index) => (
        // One person may have it once, but not everybody is named.
        <View key={index} className="place-need-taker">
          <View className="grow">
            <View className="t-body">{name}</View>
            <View className="t-sub c2">{branchName}</View>
          </View>
          <DeedTag state={state} />
        </View>
      ))}
      {isOver(need) ? null : (
        <View className="row mt12">
          <Button kind="sunk" small grow id={`withdraw-${id}`} busy={busy} onTap={onWithdraw}>
            撤回
          </Button>
        </View>
      )}
    </Card>
  )
}
