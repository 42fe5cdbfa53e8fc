import { View } from '@tarojs/components'
import { Empty } from '@/components/Empty/Empty'
import { Icon, iconNames } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { Refused } from '@/components/Refused/Refused'
import { ResultHead } from '@/components/ResultHead/ResultHead'
import { Section } from '@/components/Section/Section'
import { Skeleton } from '@/components/Skeleton/Skeleton'

const nothing = () => undefined

export function States() {
  return (
    <>
      <Section title="提示" />
      <View className="gallery-gap">
        <Note tone="info" icon="info">
          相册识别，请看一眼
        </Note>
        <Note tone="miss" icon="off" action={{ label: '再试一次', onTap: nothing }}>
          没有网络，点名照常
        </Note>
        <Note tone="done" icon="check">
          可以表决；通过须 9 人赞成
        </Note>
        <Note tone="mute">发布后名单和议程仍可改</Note>
      </View>
      <Section title="空与拒绝" />
      <View className="gallery-gap">
        <Empty image="done" title="本月都完成了" text="9月 4 项职责已齐，辛苦了" />
        <Empty image="house" title="还没有联系的帮扶户" />
        <Refused refusal={{ ok: false, reason: 'forbidden' }} />
        <Refused refusal={{ ok: false, reason: 'offline' }} action={{ label: '再试一次', onTap: nothing }} />
      </View>
      <Section title="结果" />
      <ResultHead title="到会登记成功">周敏同志，您已到会</ResultHead>
      <ResultHead mark={{ icon: 'clock', tone: 'ochre' }} title="这张码已经换新">
        再扫现场的码
      </ResultHead>
      <Section title="正在打开" />
      <Skeleton shape="list" />
      <Skeleton shape="board" />
      <Section title="图标" />
      <View className="gallery-row">
        {iconNames.map((name) => (
          <Icon key={name} name={name} tone="ink" />
        ))}
      </View>
    </>
  )
}
