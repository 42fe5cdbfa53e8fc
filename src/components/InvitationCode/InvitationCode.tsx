import { View } from '@tarojs/components'
import { invitationCode } from '@domain/checkin/staticCode'
import { formatDayTime } from '@domain/time/format'
import { scanWords } from '@/words/scanWords'
import { PrintedCode } from '../PrintedCode/PrintedCode'
import { usePrintedCodes } from '../PrintedCode/usePrintedCodes'
import './InvitationCode.css'

interface Props {
  /** 张某 or 张某 · 督查人员 */
  name: string
  token: string
  codePrefix: string
  until: number
}

/** A one-time code that lets its holder in: to be shown to that person, never sent to a group. */
export function InvitationCode({ name, token, codePrefix, until }: Props) {
  const [drawn] = usePrintedCodes([invitationCode(token)], codePrefix)
  const { how, not } = scanWords(drawn?.opens === true)
  return (
    <View className="invitation" id="invitation">
      <PrintedCode id="invitation-qr" drawn={drawn} size={206} />
      <View className="invitation-name">{name}</View>
      <View className="invitation-until">{`${formatDayTime(until)} 前有效，只能用一次`}</View>
      <View className="invitation-how">{`请本人${how}，看过说明后登记`}</View>
      {not !== undefined && <View className="invitation-until">{not}</View>}
    </View>
  )
}
