import { Image, View } from '@tarojs/components'
import type { LongPaper } from '@domain/contract/paper'
import markPicture from '@/assets/img/mark.svg'
import { aria, pictureOf } from '@/platform/aria'
import type { LongPaperMaking } from '../logic/longPapers'
import { madeText, makingWords, partText, shareOf, sizeText } from '../logic/makingWords'
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
        <Image {...pictureOf()} className="making-mark" src={markPicture} />
        {makingWords[paper].cover.map((line) => (
          <View className="making-cover-title" key={line}>
            {line}
          </View>
        ))}
        <View className="making-cover-of">{when}</View>
        <View className="making-cover-of">{last?.organisation}</View>
      </View>
      <View className="grow" id="making-state">
        {making.state === 'done' ? <Done {...{ paper, making }} /> : <Doing {...{ paper, making }} />}
      </View>
    </View>
  )
}

function Done({ paper, making }: Pick<Props, 'paper' | 'making'>) {
  return (
    <>
      <View className="t-h1 mb8">做好了</View>
      <View className="t-body c2">{`${madeText(paper, making)}，${sizeText(making)}`}</View>
    </>
  )
}

function Doing({ paper, making }: Pick<Props, 'paper' | 'making'>) {
  const last = making.parts[making.parts.length - 1]
  const share = shareOf(making)
  const { doing, unit } = makingWords[paper]
  return (
    <>
      <View className="t-h1 mb8">{making.state === 'stopped' ? '先停在这里' : doing}</View>
      <View className="t-sub c2">{partText(paper, making)}</View>
      <View className="making-count">
        <View className="making-done">{last?.soFar.written ?? 0}</View>
        {last ? <View className="making-all">{`/ ${last.pieces} ${unit}`}</View> : null}
      </View>
      <View className="making-bar" {...aria(`${doing}，${share}%`, 'img')}>
        <View className="making-fill" style={{ width: `${Math.max(4, share)}%` }} />
      </View>
    </>
  )
}
