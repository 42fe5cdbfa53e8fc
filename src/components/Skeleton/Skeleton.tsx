import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import './Skeleton.css'

export type SkeletonShape = 'home' | 'list' | 'board'

interface Props {
  shape: SkeletonShape
}

function Row({ round }: { round?: boolean }) {
  return (
    <View className="sk-row">
      <View className={round ? 'sk sk-ring' : 'sk sk-date'} />
      <View className="grow">
        <View className="sk sk-line" />
        <View className="sk sk-sub" />
      </View>
    </View>
  )
}

const Home = () => (
  <>
    <View className="sk-hello">
      <View className="sk sk-name" />
      <View className="sk sk-place" />
    </View>
    <View className="card sk-card">
      <View className="sk sk-head" />
      <Row round />
      <Row round />
    </View>
    <View className="sk sk-title" />
    <View className="card sk-card">
      <Row />
    </View>
  </>
)

const List = () => (
  <View className="card sk-card">
    <Row />
    <Row />
    <Row />
    <Row />
  </View>
)

const Board = () => (
  <View className="card sk-card sk-board">
    <View className="sk sk-qr" />
    <View className="sk sk-place" />
  </View>
)

const shapes = { home: Home, list: List, board: Board }

/** Grey shapes where the page's parts will stand. */
export function Skeleton({ shape }: Props) {
  const Shape = shapes[shape]
  return (
    <View id="skeleton" {...aria('正在打开')}>
      <Shape />
    </View>
  )
}
