import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { dayOf } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
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

/** 9月25日前: the last day on which an answer is in time. */
const dueText = ({ feedbackDue }: Office): string =>
  feedbackDue === undefined ? '5 个工作日内答复' : `最早的一件，${formatDay(dayOf(feedbackDue - 1))}以前答复`

const officesOf = (office: Office): Door[] => [
  {
    id: 'heads',
    icon: 'user',
    title: '邀请书记',
    sub: '还没用上的支部，工委先把书记请进来',
    onTap: () => open('heads'),
  },
  {
    id: 'importing',
    icon: 'doc',
    title: '导入名册',
    sub: 'Excel、CSV，先预览再导入',
    onTap: () => open('importing'),
  },
  {
    id: 'cards',
    icon: 'card',
    title: '便民联系卡',
    sub: '帮扶户屋里的码：打印、换一张、停用',
    onTap: () => open('cards'),
  },
  {
    id: 'answers',
    icon: 'msg',
    title: '投诉建议',
    sub: dueText(office),
    right: waiting(office.feedback, '待答复'),
    onTap: () => open('answers'),
  },
  {
    id: 'deletions',
    icon: 'shield',
    title: '删除申请',
    sub: '本人申请删除个人信息的',
    right: waiting(office.deletions, '待处理'),
    onTap: () => open('deletions'),
  },
  {
    id: 'health',
    icon: 'info',
    title: '运行情况',
    sub: '汇总、提醒、版本是不是都正常',
    onTap: () => open('health'),
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

const setupDoor: Door = {
  id: 'todo-setup',
  icon: 'flag',
  title: '首次启用',
  sub: '组织、党员、授权、邀请书记，接着办',
  onTap: () => open('setup'),
}

/** The county's own lists. */
const listsOf = (countyId: string): Door => ({
  id: 'county-lists',
  icon: 'list',
  title: '台账与清单',
  sub: '标准化、样板党支部，示范点',
  onTap: () => open('lists', { organisationId: countyId }),
})

interface Props {
  mayEdit: boolean
  /** The work committee's own id; absent: a page kept from before. */
  countyId: string | undefined
  /** A page kept from before knows nothing of it. */
  office: Office | undefined
}

/** For the work committee: what is to be entered, the county's sums, the branches of closed months, and the rules. */
export function County({ mayEdit, countyId, office = { years: [], feedback: 0, deletions: 0 } }: Props) {
  const todo = [...(mayEdit && office.isNew ? [setupDoor] : []), ...office.years.map(yearDoor)]
  return (
    <View id="county">
      {todo.length > 0 ? (
        <>
          <Section title="待办" right={`${todo.length} 项`} />
          <Card className="work-list">
            <Doors doors={todo} />
          </Card>
        </>
      ) : null}
      <Section title="县直机关工委" />
      <Card className="work-list">
        <Doors
          doors={[
            ...numbers,
            ...(countyId ? [listsOf(countyId)] : []),
            ...(mayEdit ? officesOf(office) : []),
            ...ruleDoors,
          ]}
        />
      </Card>
    </View>
  )
}
