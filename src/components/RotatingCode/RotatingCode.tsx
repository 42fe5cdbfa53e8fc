import { Text, View } from '@tarojs/components'
import { scanWords } from '@/words/scanWords'
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
  const { how, not } = scanWords(source.codePrefix !== '')
  return (
    <>
      <View className="code-qr">
        <QrCode text={text} size={206} ring={{ fraction }} />
      </View>
      <View className="code-how" id="code-how">
        {how}
      </View>
      <View className="code-hint">
        {not !== undefined && `${not}，`}
        <Text className="code-seconds">{`${seconds} 秒换新`}</Text>
      </View>
    </>
  )
}
