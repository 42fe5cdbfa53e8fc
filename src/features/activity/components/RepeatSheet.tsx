import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ResponseOf } from '@domain/contract/actions'
import type { ActivityForm } from '@domain/contract/activity'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { CheckList } from '@/components/CheckList/CheckList'
import { useTicked } from '@/components/CheckList/useTicked'
import { Loaded } from '@/components/Loaded/Loaded'
import { Sheet } from '@/components/Sheet/Sheet'
import { orTell } from '@/words/orTell'
import { type Prepared, repeatedForm, sentPlan } from '../logic/planForm'
import './PlanMore.css'

interface Props {
  prepared: Prepared
  form: ActivityForm
  onClose: () => void
}

type Month = ResponseOf<'activity.repeat'>['months'][number]

const reasons = { day_off: '放假或休息', clash: '有别的会' } as const

/** Why it is another day than the date itself. */
const movedText = ({ wanted, because }: Month): string | undefined =>
  because && `${formatDay(wanted)}${reasons[because]}，挪到这天`

/** 以后每月: the coming months, each as a draft of its own that is looked at and announced by itself. */
export function RepeatSheet({ prepared, form, onClose }: Props) {
  const { kind, hostId, startsAt, endsAt } = form
  const query = useCloudQuery('activity.repeat', { kind, hostId, startsAt, endsAt })
  const months = query.data?.months ?? []
  const free = months.filter(({ already }) => already === undefined)
  const ticked = useTicked(free.map((month) => `${month.startsAt}`))
  const { runOnce, busy } = useCloudAction('activity.save')
  const save = async () => {
    for (const at of ticked.ids) {
      const draft = sentPlan(prepared, repeatedForm(prepared, form, Number(at)))
      if (!(await orTell(runOnce({ form: draft, publish: false })))) return
    }
    await Taro.showToast({ title: `已存 ${ticked.ids.length} 份草稿`, icon: 'success' })
    onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title="以后每月"
      footer={
        <Button
          id="repeat-save"
          grow
          busy={busy}
          disabledBecause={ticked.ids.length === 0 ? '没有选月份' : undefined}
          onTap={() => void save()}
        >
          {`存 ${ticked.ids.length} 份草稿`}
        </Button>
      }
    >
      <View className="plan-joint-say">只存草稿，不通知任何人；在“工作”里逐份修改、发布或取消。</View>
      <Loaded query={query} skeleton="list">
        {() => (
          <>
            <CheckList
              id="repeat-months"
              ticked={ticked}
              rows={free.map((month) => ({
                id: `${month.startsAt}`,
                name: `${formatDay(month.startsAt)} ${formatWeekday(month.startsAt)}`,
                from: formatClock(month.startsAt),
                ...(month.because && { sub: movedText(month) }),
              }))}
            />
            {months.flatMap(({ already, wanted }) =>
              already === undefined ? (
                []
              ) : (
                <View className="plan-joint-say" key={wanted}>
                  {`${formatDay(wanted).replace(/月.*$/, '月')}已有“${already}”`}
                </View>
              ),
            )}
          </>
        )}
      </Loaded>
    </Sheet>
  )
}
