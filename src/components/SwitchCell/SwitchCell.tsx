import { Cell } from '../Cell/Cell'
import { Switch } from '../Switch/Switch'

interface Props {
  label: string
  sub?: string
  on: boolean
  onChange: (on: boolean) => void
  id: string
}

export function SwitchCell({ label, sub, on, onChange, id }: Props) {
  return (
    <Cell
      title={label}
      {...(sub && { sub })}
      right={<Switch id={id} label={label} on={on} onChange={onChange} />}
    />
  )
}
