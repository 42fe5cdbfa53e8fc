import { View } from '@tarojs/components'
import { Button } from '../Button/Button'
import './PageTurn.css'

interface Props {
  /** Beginning of the ids of both buttons. */
  id: string
  /** From 0. */
  at: number
  pages: number
  onTurn: (by: 1 | -1) => void
}

/** Turns over the sheets that will be printed. */
export function PageTurn({ id, at, pages, onTurn }: Props) {
  return (
    <View className="page-turn">
      <Turn id={`${id}-before`} label="上一页" off={at === 0} onTap={() => onTurn(-1)} />
      <View className="t-sub c2 num">{`第 ${at + 1} 页，共 ${pages} 页`}</View>
      <Turn id={`${id}-next`} label="下一页" off={at + 1 >= pages} onTap={() => onTurn(1)} />
    </View>
  )
}

interface TurnProps {
  id: string
  label: string
  off: boolean
  onTap: () => void
}
const Turn = ({ id, label, off, onTap }: TurnProps) => (
  <View className={off ? 'page-turn-off' : undefined}>
    <Button kind="sunk" small id={id} onTap={() => (off ? undefined : onTap())}>
      {label}
    </Button>
  </View>
)
