import { View } from '@tarojs/components'
import { invitationCode } from '@domain/checkin/staticCode'
import { formatDayTime } from '@domain/time/format'
import { QrCode } from '../QrCode/QrCode'
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
  return (
    <View className="invitation" id="invitation">
      <QrCode id="invitation-qr" text={`${codePrefix}${invitationCode(token)}`} size={206} />
      <View className="invitation-name">{name}</View>
      <View className="invitation-until">{`${formatDayTime(until)} 前有效，只能用一次`}</View>
      <View className="invitation-how">请本人用微信扫这张码，看过说明后登记</View>
    </View>
  )
}
