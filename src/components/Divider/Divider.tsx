import { View } from '@tarojs/components'
import './Divider.css'

interface Props {
  /** Points from the left edge: lines begin where the text does and end 16 before the edge. Without it, the whole width. */
  inset?: number
}

export function Divider({ inset }: Props) {
  return (
    <View
      className="divider"
      style={inset === undefined ? undefined : { marginLeft: `${inset}px`, marginRight: '16px' }}
    />
  )
}
