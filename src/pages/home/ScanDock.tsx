import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon/Icon'
import { open } from '@/navigation/navigate'
import { scanToCheckIn } from '@/navigation/scanToCheckIn'

/** The one red button of the home page, and the way that needs no camera. */
export function ScanDock() {
  return (
    <View className="scan">
      <View className="scan-main" id="scan-button" hoverClass="pressed" onClick={() => void scanToCheckIn()}>
        <Icon name="scan" tone="on" size={28} />
        扫码登记
      </View>
      <View className="scan-side" id="my-code" hoverClass="pressed" onClick={() => open('code')}>
        <Icon name="qr" tone="ink" size={24} />
        我的码
      </View>
    </View>
  )
}
