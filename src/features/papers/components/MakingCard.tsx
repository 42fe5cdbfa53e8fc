import { Image, View } from '@tarojs/components'
import type { LongPaper } from '@domain/contract/paper'
import markPicture from '@/assets/img/mark.svg'
import { aria } from '@/platform/aria'
import type { LongPaperMaking } from '../logic/longPapers'
import { makingWords, partText, sizeText } from '../logic/makingWords'
import './making.css'

interface Props {
  paper: LongPaper
  /** 2026年 */
  when: string
  making: LongPaperMaking
}

/** The paper's cover, and how far it has come. */
export function MakingCard({ paper, when, making }: Props) {
  const last = making.parts[making.parts.length - 1]
  return (
    <View className="making-top">
      <View className="making-cover">
        <Image className="making-mark" src={markPicture} />
        {makingWords[paper].cover.map((line) => (
          <View className="making-cover-title" key={line}>
            {line}
          </View>
        ))}
        <View className="making-cover-of">{when}</View>
        <View className="making-cover-of">{last?.organisation}</View>
      </View>
      <View className="grow" id="making-state">
        {making.state === 'done' ? <Done making={making} /> : <Doing {...{ paper, making }} />}
      </View>
    </View>
  )
}

function Done({ making }: { making: LongPaperMaking }) {
  return (
    <>
      <View className="t-h1 mb8">做好了</View>
      <View className="t-body c2">{`${making.parts[0]?.meetings ?? 0} 场，${sizeText(making)}`}</View>
    </>
  )
}

function Doing({ paper, making }: Pick<Props, 'paper' | 'making'>) {
  const { parts, state } = making
  const all = parts[0]?.parts
  const share = all === undefined ? 0 : Math.round((parts.length / all) * 100)
  const { doing } = makingWords[paper]
  return (
    <>
      <View className="t-h1 mb8">{state === 'stopped' ? '先停在这里' : doing}</View>
      <View className="t-sub c2">{partText(making)}</View>
      <View className="making-count">
        <View className="making-done">{parts.length}</View>
        {all === undefined ? null : <View className="making-all">{`/ ${all} 份`}</View>}
      </View>
      <View className="making-bar" {...aria(`${doing}，${share}%`, 'img')}>
        <View className="making-fill" style={{ width: `${Math.max(4, share)}%` }} />
      </View>
    </>
  )
}
