import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Doors, type Door } from '@/components/Doors/Doors'
import { Section } from '@/components/Section/Section'
import { ruleDoors } from '@/features/rules/logic/ruleDoors'
import { open } from '@/platform/navigate'

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
const offices: readonly Door[] = [
  {
    id: 'importing',
    icon: 'doc',
    title: '导入名册',
    sub: 'Excel、CSV，先预览再导入',
    onTap: () => open('importing'),
  },
  { id: 'answers', icon: 'msg', title: '投诉建议', sub: '5 个工作日内答复', onTap: () => open('answers') },
  {
    id: 'deletions',
    icon: 'shield',
    title: '删除申请',
    sub: '本人申请删除个人信息的',
    onTap: () => open('deletions'),
  },
]

/** For the work committee: the county's sums, the branches of closed months, and the rules. */
export function County({ mayEdit }: { mayEdit: boolean }) {
  return (
    <View id="county">
      <Section title="县直机关工委" />
      <Card className="work-list">
        <Doors doors={[...numbers, ...(mayEdit ? offices : []), ...ruleDoors]} />
      </Card>
    </View>
  )
}
