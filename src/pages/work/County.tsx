import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { Card } from '@/components/Card/Card'
import { type Door, Doors } from '@/components/Doors/Doors'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { ruleDoors } from '@/features/rules/logic/ruleDoors'
import { open } from '@/navigation/navigate'

const numbers: readonly Door[] = [
  {
    id: 'overview',
    icon: 'bld',
    title: '全县情况',
    sub: '当月合计；截止后的各支部',
    onTap: () => open('overview'),
  },
  {
    id: 'organisations',
    icon: 'users',
    title: '组织和党员名册',
    sub: '各级组织、名册、授权；某一天的样子',
    onTap: () => open('organisations'),
  },
]
type Office = NonNullable<ResponseOf<'identity.work'>['office']>

const waiting = (count: number, text: string) =>
  count > 0 ? <Tag tone="info">{`${text} ${count} 件`}</Tag> : undefined

const officesOf = ({ feedback, deletions }: Office): Door[] => [
  {
    id: 'importing',
    icon: 'doc',
    title: '导入名册',
    sub: 'Excel、CSV，先预览再导入',
    onTap: () => open('importing'),
  },
  {
    id: 'answers',
    icon: 'msg',
    title: '投诉建议',
    sub: '5 个工作日内答复',
    right: waiting(feedback, '待答复'),
    onTap: () => open('answers'),
  },
  {
    id: 'deletions',
    icon: 'shield',
    title: '删除申请',
    sub: '本人申请删除个人信息的',
    right: waiting(deletions, '待处理'),
    onTap: () => open('deletions'),
  },
]

/** A year near by whose notice is not entered: terms are counted without its exchange of days until it is. */
const yearDoor = (year: number): Door => ({
  id: `todo-workdays-${year}`,
  icon: 'cal',
  title: `${year}年放假安排待录入`,
  sub: '现在暂按法定节假日，没有调休',
  onTap: () => open('workdays'),
})

interface Props {
  mayEdit: boolean
  /** A page kept from before knows nothing of it. */
  office: Office | undefined
}

/** For the work committee: what is to be entered, the county's sums, the branches of closed months, and the rules. */
export function County({ mayEdit, office = { years: [], feedback: 0, deletions: 0 } }: Props) {
  return (
    <View id="county">
      {office.years.length > 0 ? (
        <>
          <Section title="待办" right={`${office.years.length} 项`} />
          <Card className="work-list">
            <Doors doors={office.years.map(yearDoor)} />
          </Card>
        </>
      ) : null}
      <Section title="县直机关工委" />
      <Card className="work-list">
        <Doors doors={[...numbers, ...(mayEdit ? officesOf(office) : []), ...ruleDoors]} />
      </Card>
    </View>
  )
}
