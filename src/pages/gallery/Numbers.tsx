import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { CountBadge } from '@/components/CountBadge/CountBadge'
import { QrCode } from '@/components/QrCode/QrCode'
import { QuorumBar } from '@/components/QuorumBar/QuorumBar'
import { Ring } from '@/components/Ring/Ring'
import { Section } from '@/components/Section/Section'

const sizes = [34, 56, 72] as const

export function Numbers() {
  return (
    <>
      <Section title="圆环" />
      {sizes.map((size) => (
        <Card pad key={size} className="mb12">
          <View className="gallery-row">
            <Ring size={size} done={0} needed={1} state="missing" label="还差" />
            <Ring size={size} done={1} needed={2} state="missing" label="还差一半" />
            <Ring size={size} done={1} needed={2} state="missing" calm label="月初" />
            <Ring size={size} done={2} needed={3} state="waiting" planned={1} label="待确认" />
            <Ring size={size} done={0} needed={1} state="planned" label="已安排" />
            <Ring size={size} done={2} needed={2} state="done" label="完成" />
            <Ring size={size} done={0} needed={1} state="not_owed" label="不要求" />
            <Ring size={size} done={0} needed={null} state="recorded" label="暂无记录" />
          </View>
        </Card>
      ))}
      <Section title="表决人数" />
      <Card pad>
        <QuorumBar entitled={16} present={11} presentNeeded={8} needed="满 8 人可以表决" />
      </Card>
      <Section title="角标" />
      <View className="gallery-row">
        <CountBadge count={2} />
        <CountBadge count={120} />
      </View>
      <Section title="二维码" />
      <Card pad>
        <View className="row center">
          <QrCode id="gallery-qr" text="1.gallery.abc123.AAAAAAAAAAAAAA" ring={{ fraction: 0.6 }} />
        </View>
      </Card>
    </>
  )
}
