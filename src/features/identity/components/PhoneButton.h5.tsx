import { Button } from '@/components/Button/Button'
import { identityKey } from '@/platform/session'

interface Props {
  onCode: (code: string) => void
}

/** The local cloud stands for WeChat and its account's phone number. */
async function askCode(): Promise<string> {
  const response = await fetch('/client/getPhoneCode', {
    method: 'POST',
    headers: { 'x-demo-openid': identityKey() },
  })
  const { code = '' } = (await response.json()) as { code?: string }
  return code
}

export function PhoneButton({ onCode }: Props) {
  const ask = async () => onCode(await askCode().catch(() => ''))
  return (
    <Button kind="outline" id="bind-phone" onTap={() => void ask()}>
      用微信手机号核对
    </Button>
  )
}
