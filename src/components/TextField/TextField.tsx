import { Input } from '@tarojs/components'
import { classes } from '../classes'
import { Field } from '../Field/Field'
import './TextField.css'

interface Props {
  label: string
  /** Of the field; the input itself has `inputId`. */
  id?: string
  inputId: string
  value: string
  maxlength: number
  placeholder: string
  onChange: (value: string) => void
  /** What is wrong with it, in a sentence. */
  wrong?: string
  /** What names the whole form stands out. */
  strong?: boolean
  digits?: boolean
}

/** One line to type. */
export function TextField(props: Props) {
  const { label, id, inputId, value, maxlength, placeholder, onChange, wrong, strong, digits } = props
  return (
    <Field label={label} id={id} wrong={wrong}>
      <Input
        id={inputId}
        className={classes('field-input', strong && 'field-input-strong')}
        type={digits ? 'number' : 'text'}
        value={value}
        maxlength={maxlength}
        placeholder={placeholder}
        placeholderClass="ph"
        onInput={(event) => onChange(event.detail.value)}
      />
    </Field>
  )
}
