import { Picker, View } from '@tarojs/components'
import { Field } from '../Field/Field'

interface Props<T extends string> {
  label: string
  id: string
  items: readonly { id: T; name: string }[]
  value: T | undefined
  onChange: (id: T | undefined) => void
  /** What stands first for none; without it one has to be chosen. */
  none?: string
  wrong?: string
}

/** One of a few, by the platform's own wheel. */
export function PickField<T extends string>({ label, id, items, value, onChange, none, wrong }: Props<T>) {
  const names = items.map(({ name }) => name)
  const range = none === undefined ? names : [none, ...names]
  const skipped = none === undefined ? 0 : 1
  const at = items.findIndex((item) => item.id === value)
  return (
    <Picker
      mode="selector"
      range={range}
      value={Math.max(0, at + skipped)}
      onChange={(event) => onChange(items[Number(event.detail.value) - skipped]?.id)}
    >
      <Field label={label} id={id} chevron {...(wrong && { wrong })}>
        {items[at]?.name ?? <View className="ph">{none ?? '请选'}</View>}
      </Field>
    </Picker>
  )
}
