import { View } from '@tarojs/components'
import { CARD_TITLE } from '@domain/papers/cardPaper'
import { PrintedCode } from '@/components/PrintedCode/PrintedCode'
import { usePrintedCodes } from '@/components/PrintedCode/usePrintedCodes'
import { aria } from '@/platform/aria'
import type { Card } from '../hooks/useCards'
import './cards.css'

interface Props {
  village: string
  cards: readonly Card[]
  codePrefix: string
}

/** Points of a code's side: an A4 as wide as two thirds of the phone. */
const CODE = 58

/** A sheet as it will be printed: six cards at most, each with its code, the village and the number. */
export function CardSheet({ village, cards, codePrefix }: Props) {
  const drawn = usePrintedCodes(
    cards.map(({ code = '' }) => code),
    codePrefix,
  )
  const numbers = cards.map(({ number }) => number).join('、')
  return (
    <View className="sheet-of-cards" id="card-sheet" {...aria(`${village}便民联系卡：${numbers}`, 'img')}>
      {cards.map(({ householdId, number }, index) => (
        <View className="door-card" key={householdId}>
          <View className="door-card-t">{CARD_TITLE}</View>
          <PrintedCode id={`code-${householdId}`} drawn={drawn[index]} size={CODE} />
          <View className="door-card-n">
            <View className="door-card-v">{village}</View>
            {number}
          </View>
        </View>
      ))}
    </View>
  )
}
