import { Image, View } from '@tarojs/components'
import donePicture from '@/assets/img/empty-done.svg'
import housePicture from '@/assets/img/empty-house.svg'
import { pictureOf } from '@/platform/aria'
import { Button } from '../Button/Button'
import { CaseNumber } from '../CaseNumber/CaseNumber'
import { Icon, type IconName } from '../Icon/Icon'
import { idOf } from '../idOf'
import './Empty.css'

interface Props {
  image: 'done' | 'house' | 'none'
  /** Shown in a square when there is no picture. */
  icon?: IconName
  title: string
  text?: string
  /** Of a failure nobody expected. */
  number?: string | undefined
  action?: { label: string; onTap: () => void; id?: string }
  id?: string
}

/** Why there is nothing here, and what to do. */
export function Empty({ image, icon, title, text, number, action, id }: Props) {
  return (
    <View className="empty" {...idOf(id)}>
      {image !== 'none' && (
        <Image {...pictureOf()} className="empty-i" src={image === 'done' ? donePicture : housePicture} />
      )}
      {image === 'none' && icon && (
        <View className="empty-box">
          <Icon name={icon} tone="ink3" size={32} />
        </View>
      )}
      <View className="t-h2 mt12 ctr">{title}</View>
      {text && <View className="t-sub c2 mt4 ctr">{text}</View>}
      <CaseNumber number={number} />
      {action && (
        <View className="mt12">
          <Button kind="sunk" small {...idOf(action.id)} onTap={action.onTap}>
            {action.label}
          </Button>
        </View>
      )}
    </View>
  )
}
