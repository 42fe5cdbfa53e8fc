import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { keptFor } from '../logic/kept'
import { KeptCard } from './KeptCard'
import './ConsentText.css'

const parts: readonly (readonly [title: string, text: string])[] = [
  [
    '为什么要用',
    '登记组织生活和社区服务的到会，让您看到自己还差几次，让支部少填表。党员身份属于敏感个人信息，只为这一件事使用；不用它就认不出您是哪个支部的同志。',
  ],
  [
    '谁看得到',
    '您本人；所在党支部书记、副书记、组织委员和党小组组长；县直机关工委和督导员。有人看过，隐私中心里都有。不给其他单位，不做排名。',
  ],
  ['存多久', keptFor],
  [
    '您随时可以',
    '在“我的”“隐私中心”里查看、导出、更正、解除绑定、撤回同意、申请删除。撤回以后不再使用，之前的会议记录按档案规定保留。',
  ],
  ['不同意也可以', '到会由组织者点名登记，一样计入，不会因此有任何不便。'],
]

interface Props {
  /** An older text was agreed to. */
  renewed: boolean
}

/** The privacy text of consentVersion: short enough to be read. */
export function ConsentText({ renewed }: Props) {
  return (
    <View id="consent-text">
      <View className="consent-lead">
        {renewed
          ? '隐私说明有更新，请再看一遍。先锋双岗由县直机关工委使用；同意以后接着用，您原来的记录都在。'
          : '先锋双岗由县直机关工委使用。用之前，请看一遍怎样使用您的信息。'}
      </View>
      <KeptCard />
      <Card pad className="consent-parts">
        {parts.map(([title, text]) => (
          <View className="consent-part" key={title}>
            <View className="t-body b">{title}</View>
            <View className="t-sub c2">{text}</View>
          </View>
        ))}
      </Card>
    </View>
  )
}
