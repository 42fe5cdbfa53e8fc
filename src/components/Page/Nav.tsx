import { Image, View } from '@tarojs/components'
import mark from '@/assets/img/mark.svg'
import wordmark from '@/assets/img/wordmark.svg'
import { back } from '@/navigation/navigate'
import { aria, pictureOf } from '@/platform/aria'
import { statusBarHeight } from '@/platform/windowMetrics'
import { Icon } from '../Icon/Icon'

export type NavLeft = 'back' | 'brand' | 'title' | 'none'

interface Props {
  title?: string
  left: NavLeft
}

/** Status bar and 44 of navigation; the right side stays free for WeChat's capsule. */
export function Nav({ title = '', left }: Props) {
  return (
    <View className="nav-root" style={statusBarHeight ? { paddingTop: `${statusBarHeight}px` } : undefined}>
      <View className="nav">
        {left === 'back' && (
          <View className="nav-back" id="nav-back" onClick={back} {...aria('返回', 'button')}>
            <Icon name="left" tone="ink" />
          </View>
        )}
        {left === 'brand' && (
          <View className="nav-left" {...aria('先锋双岗', 'heading')}>
            <Image {...pictureOf()} className="nav-mark" src={mark} />
            <Image {...pictureOf()} className="nav-word" src={wordmark} />
          </View>
        )}
        {left === 'title' && <View className="nav-left">{title}</View>}
        {(left === 'back' || left === 'none') && <View className="nav-title ell">{title}</View>}
      </View>
    </View>
  )
}
