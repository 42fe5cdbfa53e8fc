import { Textarea, View } from '@tarojs/components'
import { NoSecrets } from '../NoSecrets/NoSecrets'
import './LongText.css'

interface Props {
  id: string
  value: string
  maxlength: number
  placeholder: string
  onChange: (value: string) => void
}

/** A few sentences, with how many characters they have, and what must not be written. */
export function LongText({ id, value, maxlength, placeholder, onChange }: Props) {
  return (
    <View>
      <View className="long">
        <Textarea
          id={id}
          className="long-area"
          value={value}
          maxlength={maxlength}
          placeholder={placeholder}
          placeholderClass="ph"
          onInput={(event) => onChange(event.detail.value)}
        />
        <View className="long-count num">{`${value.length}/${maxlength}`}</View>
      </View>
      <NoSecrets />
    </View>
  )
}
