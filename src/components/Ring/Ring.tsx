import { Image, View } from '@tarojs/components'
import type { ProgressState } from '@domain/contract/words'
import { aria, pictureOf } from '@/platform/aria'
import { classes } from '../classes'
import { Icon, type IconSize } from '../Icon/Icon'
import { ringPicture, type SegmentTone, segmentTones } from './ringPicture'
import './Ring.css'

interface Props {
  done: number
  /** null: no minimum. */
  needed: number | null
  state: ProgressState
  size?: number
  /** How many of the missing times stand in the calendar or wait for confirmation. */
  planned?: number
  /** 帮扶走访，已 1 次，需 2 次 */
  label: string
  /** Grey instead of ochre: before the last week nothing presses. */
  calm?: boolean
}

function tonesOf({ done, needed, state, planned = 0, calm }: Props): SegmentTone[] {
  if (state === 'not_owed') return ['exempt']
  if (state === 'done') return ['done']
  if (needed === null) return [done > 0 ? 'done' : planned > 0 ? 'planned' : 'exempt']
  const waiting = state === 'planned' || state === 'waiting' ? Math.max(planned, 1) : planned
  // What the branch has not arranged presses nobody.
  return segmentTones(done, needed, waiting, calm || state === 'not_held' ? 'calm' : 'missing')
}

function Centre({ done, needed, state, size = 56, planned = 0 }: Props) {
  const icon: IconSize = size >= 100 ? 56 : size >= 72 ? 40 : size >= 56 ? 28 : 16
  if (state === 'not_owed') return <Icon name="cup" tone="ink3" size={icon} />
  if (state === 'done' || (needed === null && done > 0)) return <Icon name="check" tone="pine" size={icon} />
  // A clock says that something stands in the calendar.
  if (needed === null)
    return planned > 0 ? <Icon name="clock" tone="blue" size={icon} /> : <View className="ring-none" />
  if (size < 56) {
    if (state === 'planned' || state === 'waiting') return <Icon name="clock" tone="blue" size={icon} />
    return <View className="ring-small">{done}</View>
  }
  return (
    <>
      <View className="ring-n">{done}</View>
      <View className="ring-d">/{needed}</View>
    </>
  )
}

/** One segment per needed time. A ring of one colour is a border; only a mixed one needs a picture. */
export function Ring(props: Props) {
  const { size = 56, label } = props
  const tones = tonesOf(props)
  const first = tones[0] ?? 'calm'
  const whole = tones.length === 1 || (tones.every((tone) => tone === first) && first === 'done')
  const known = [34, 36, 44, 56, 72, 104].includes(size)
  return (
    <View
      className={classes('ring', `ring-${size}`)}
      style={known ? undefined : { width: `${size}px`, height: `${size}px` }}
      {...aria(label, 'img')}
    >
      {whole ? (
        <View className={`ring-i ring-w ring-${first}`} />
      ) : (
        <Image {...pictureOf()} className="ring-i" src={ringPicture(tones, size)} />
      )}
      <View className="ring-c">
        <Centre {...props} />
      </View>
    </View>
  )
}
