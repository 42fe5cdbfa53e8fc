import { Textarea } from '@tarojs/components'
import './GrowingText.css'

interface Props {
  id: string
  value: string
  maxlength: number
  placeholder: string
  onChange: (value: string) => void
}

/** One sentence or name, on as many lines as it needs: nothing of it is cut off. */
export function GrowingText({ id, value, maxlength, placeholder, onChange }: Props) {
  return (
    <Textarea
      id={id}
      className="growing"
      value={value}
      maxlength={maxlength}
      autoHeight
      placeholder={placeholder}
      placeholderClass="ph"
      onInput={(event) => onChange(event.detail.value.replace(/\n/g, ''))}
    />
  )
}
