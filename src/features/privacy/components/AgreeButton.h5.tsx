import { Button } from '@/components/Button/Button'

interface Props {
  busy: boolean
  onTap: () => void
}

export function AgreeButton({ busy, onTap }: Props) {
  return (
    <Button id="agree" grow busy={busy} onTap={onTap}>
      同意，开始使用
    </Button>
  )
}
