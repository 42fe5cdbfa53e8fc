import { useState } from 'react'
import { View } from '@tarojs/components'
import { Chip } from '@/components/Chip/Chip'
import { type WhyOf, WhySheet } from '@/features/progress/components/WhySheet'
import type { NumberOf } from '@/features/profile/logic/groupRecords'

const none: WhyOf = { dutyId: '', periodKey: '', subjectId: '' }

interface Props {
  numbers: readonly NumberOf[]
  memberId: string
  onClose: () => void
}

/** The numbers one record is part of: a theme party day may carry a study, and each of the two opens. */
export function NumberSheet({ numbers, memberId, onClose }: Props) {
  const [chosen, setChosen] = useState<NumberOf>()
  const shown = numbers.find((number) => number === chosen) ?? numbers[0]
  const of = shown && { dutyId: shown.dutyId, periodKey: shown.periodKey, subjectId: memberId }
  return (
    <WhySheet {...(of ?? none)} open={shown !== undefined} onClose={onClose}>
      {numbers.length > 1 && (
        <View className="chips mb12">
          {numbers.map((number, i) => (
            <Chip
              key={number.dutyId}
              id={`number-${i}`}
              on={number === shown}
              onTap={() => setChosen(number)}
            >
              {number.label}
            </Chip>
          ))}
        </View>
      )}
    </WhySheet>
  )
}
