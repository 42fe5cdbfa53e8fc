import { Text, View } from '@tarojs/components'
import { QrCode } from '../QrCode/QrCode'
import { type CodeSource, useActivityCode } from './useActivityCode'
import './RotatingCode.css'

interface Props {
  source: CodeSource
}

/** Alone in its component: it is drawn anew every second, the page around it is not. */
export function RotatingCode({ source }: Props) {
  const { text, seconds, fraction } = useActivityCode(source)
  if (!text) return null
  return (
    <>
      <View className="code-qr">
        <QrCode text={text} size={206} ring={{ fraction }} />
      </View>
      <View className="code-hint">
        <Text>打开“先锋双岗”，点“扫码登记”</Text>
        <Text className="sep" />
        <Text className="code-seconds">{`${seconds} 秒换新`}</Text>
      </View>
    </>
  )
}
