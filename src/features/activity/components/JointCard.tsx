import { View } from '@tarojs/components'
import type { ActivityForm } from '@domain/contract/activity'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Fold } from '@/components/Fold/Fold'
import { Note } from '@/components/Note/Note'
import { jointOf, type Prepared, toggleJoint } from '../logic/planForm'
import { TickCell } from './TickCell'
import './Carries.css'
import './PlanMore.css'

interface Props {
  prepared: Prepared
  form: ActivityForm
  wrong: string | undefined
  onChange: (form: ActivityForm) => void
}

/** 联合开展: further branches of the unit, where the county counts it for each. Most plans leave it folded. */
export function JointCard({ prepared, form, wrong, onChange }: Props) {
  const joint = jointOf(prepared, form)
  if (!joint) return null
  const { branches, chosen, basis } = joint
  const names = chosen.map(({ name }) => name).join('、')
  return (
    <Card className="plan-more" id="plan-joint-card">
      <Fold
        id="plan-joint"
        title="联合开展"
        sub={names === '' ? '可以不选；和本单位的其他支部一起开' : `和${names}一起开，分别计入`}
      >
        <View className="plan-joint-branches">
          {branches.map(({ id, name }, index) => {
            const on = chosen.some((one) => one.id === id)
            return (
              <View key={id}>
                {index > 0 ? <Divider inset={52} /> : null}
                <TickCell
                  id={`joint-${id}`}
                  on={on}
                  title={name}
                  sub={on ? '全支部参加，名单由该支部定' : undefined}
                  onTap={() => onChange(toggleJoint(form, id))}
                />
              </View>
            )
          })}
        </View>
        <View className="plan-joint-say">
          {`发布后各支部都有这一场：一个码登记，应到、表决和会议记录各记各的。依据：${basis}`}
        </View>
      </Fold>
      {wrong ? (
        <View className="carries-wrong">
          <Note tone="miss">{wrong}</Note>
        </View>
      ) : null}
    </Card>
  )
}
