import { View } from '@tarojs/components'
import { privacyText } from '@domain/privacy/privacyText'
import { Card } from '@/components/Card/Card'
import './ConsentText.css'

/** The whole privacy text, for whoever wants each line of it. */
export function WholeText() {
  return (
    <View id="whole-text">
      {privacyText.map(({ title, lines }) => (
        <Card pad className="consent-parts" key={title}>
          <View className="t-body b">{title}</View>
          {lines.map((line) => (
            <View className="consent-part t-sub c2" key={line}>
              {line}
            </View>
          ))}
        </Card>
      ))}
    </View>
  )
}
