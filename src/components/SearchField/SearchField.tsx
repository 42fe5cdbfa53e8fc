import { Input, View } from '@tarojs/components'
import { Icon } from '../Icon/Icon'
import './SearchField.css'

interface Props {
  id: string
  value: string
  placeholder: string
  onChange: (value: string) => void
}

/** A few letters that narrow a list. */
export function SearchField({ id, value, placeholder, onChange }: Props) {
  return (
    <View className="search">
      <Icon name="search" tone="ink3" size={20} />
      <Input
        id={id}
        className="field-input"
        value={value}
        maxlength={20}
        placeholder={placeholder}
        placeholderClass="ph"
        onInput={(event) => onChange(event.detail.value)}
      />
    </View>
  )
}
