import type { Door } from '@/components/Doors/Doors'
import { open } from '@/navigation/navigate'

/** The rules behind the work committee's numbers. */
export const ruleDoors: readonly Door[] = [
  {
    id: 'open-rules',
    icon: 'list',
    title: '规定和次数',
    sub: '每条的次数和依据；改动从下期起',
    onTap: () => open('rules'),
  },
  {
    id: 'open-burden',
    icon: 'doc',
    title: '减负自查表',
    sub: '本县和上级的要求逐条对照',
    onTap: () => open('burden'),
  },
  {
    id: 'open-workdays',
    icon: 'cal',
    title: '工作日和放假',
    sub: '登记截止日按它计算',
    onTap: () => open('workdays'),
  },
  {
    id: 'open-copy-order',
    icon: 'copy',
    title: '逐栏复制的次序',
    sub: '会议记录按填报表的栏目',
    onTap: () => open('copyOrder'),
  },
  {
    id: 'open-list-setting',
    icon: 'tool',
    title: '设置台账与清单',
    sub: '支部要记哪几张、叫什么',
    onTap: () => open('listSetting'),
  },
  {
    id: 'open-joint',
    icon: 'users',
    title: '联合开展',
    sub: '几个支部合开的活动是否分别计入',
    onTap: () => open('joint'),
  },
]
