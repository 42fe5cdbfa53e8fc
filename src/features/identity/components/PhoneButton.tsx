import { Button } from '@tarojs/components'
import '@/components/Button/Button.css'

interface Props {
  /** WeChat's one-time code; empty: the person or WeChat said no. */
  onCode: (code: string) => void
}

/** WeChat's own button: asks for the phone number of its account. The page sees a code and never the number. */
export function PhoneButton({ onCode }: Props) {
  return (
    <Button
      id="bind-phone"
      className="btn btn-outline btn-plain"
      hoverClass="pressed"
      openType="getPhoneNumber"
      onGetPhoneNumber={(event) => onCode(event.detail.code ?? '')}
    >
      用微信手机号核对
    </Button>
  )
}
