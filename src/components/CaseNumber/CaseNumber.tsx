import { View } from '@tarojs/components'
import { numberText } from '@/platform/showWords'

/** Small and grey below a refusal that nobody expected: read out on the telephone it leads to the line in the log. */
export const CaseNumber = ({ number }: { number: string | undefined }) =>
  number === undefined ? null : <View className="t-cap c3 num mt4 case-number">{numberText(number)}</View>
