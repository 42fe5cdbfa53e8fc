import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { PhoneRefusal } from './outcome'

interface Fault<Field> {
  field: Field
  text: string
}

/**
 * A form being filled in: what is wrong stands at its field and goes with the next change; a refusal that belongs to no field stands apart.
 */
export function useForm<Form, Field extends string>(first: Form | (() => Form)) {
  const [form, setForm] = useState(first)
  const [fault, setFault] = useState<Fault<Field> | null>(null)
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const change = (next: Form) => {
    setForm(() => next)
    setFault(null)
    setRefusal(undefined)
  }
  /** Said at its field, and at once: the field may be off the screen. */
  const tell = (found: Fault<Field>) => {
    setFault(found)
    void Taro.showToast({ title: found.text, icon: 'none' })
  }
  return {
    form,
    change,
    tell,
    refuse: (refused: PhoneRefusal, at: Fault<Field> | null) => (at ? tell(at) : setRefusal(refused)),
    wrong: (field: Field) => (fault?.field === field ? fault.text : undefined),
    refusal,
    clearRefusal: () => setRefusal(undefined),
  }
}
