import { Button } from '@tarojs/components'
import { classes } from '@/components/classes'
import '@/components/Button/Button.css'

interface Props {
  busy: boolean
  onTap: () => void
}

/** WeChat's own button: with the same tap WeChat notes that its guidelines were agreed to. */
export function AgreeButton({ busy, onTap }: Props) {
  return (
    <Button
      id="agree"
      className={classes('btn btn-primary btn-grow btn-plain', busy && 'btn-busy')}
      hoverClass="pressed"
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onTap}
      onClick={onTap}
    >
      同意，开始使用
    </Button>
  )
}
