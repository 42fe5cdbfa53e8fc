import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon/Icon'
import { aria } from '@/platform/aria'
import './Crumbs.css'

export interface Crumb {
  name: string
  /** Absent: where one stands, or what the reader may not look at. */
  onTap?: (() => void) | undefined
}

/** Where a page stands, from the county down; each level above it opens. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <View className="crumbs" id="crumbs">
      {crumbs.map(({ name, onTap }, index) => (
        <View className="crumbs-one" key={index}>
          {index > 0 ? <Icon name="right" tone="line" size={16} /> : null}
          {onTap ? (
            <View
              className="crumbs-link"
              id={`crumb-${index}`}
              hoverClass="pressed"
              onClick={onTap}
              {...aria(`回到${name}`, 'button')}
            >
              {name}
            </View>
          ) : (
            <View className="crumbs-here">{name}</View>
          )}
        </View>
      ))}
    </View>
  )
}
