import { View } from '@tarojs/components'
import { Icon } from '../Icon/Icon'
import './NoSecrets.css'

/** Stands wherever text can be typed; `also`: what else is not written there. */
export function NoSecrets({ also }: { also?: string }) {
  return (
    <View className="no-secrets">
      <Icon name="lock" tone="ink3" size={16} />
      <View>{`涉密和敏感内容不得录入${also === undefined ? '' : `，${also}`}`}</View>
    </View>
  )
}
