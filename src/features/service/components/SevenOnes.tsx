import { View } from '@tarojs/components'
import { sevenOneShort } from '@domain/activity/sevenOneLabels'
import { sevenOnes } from '@domain/contract/lists'
import type { SevenOne } from '@domain/contract/words'
import { Chip } from '@/components/Chip/Chip'
import { Section } from '@/components/Section/Section'

interface Props {
  value: readonly SevenOne[]
  onChange: (value: SevenOne[]) => void
}

/** Which of 七个一 the service carries: any number of them, also none. */
export const SevenOnes = ({ value, onChange }: Props) => (
  <>
    <Section title="七个一" right="可以不选" />
    <View className="chips" id="seven-ones">
      {sevenOnes.map((one) => (
        <Chip
          key={one}
          id={`seven-${one}`}
          on={value.includes(one)}
          onTap={() =>
            onChange(sevenOnes.filter((each) => (each === one ? !value.includes(one) : value.includes(each))))
          }
        >
          {sevenOneShort[one]}
        </Chip>
      ))}
    </View>
  </>
)
