import { Picker, View } from '@tarojs/components'
import type { Named } from '@domain/contract/shared'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Note } from '@/components/Note/Note'
import './WitnessPicker.css'

interface Props {
  witnesses: Named[]
  value: string | undefined
  onChange: (id: string) => void
}

/** The second person of a back-fill: somebody else who runs the branch, or the work committee above it. */
export function WitnessPicker({ witnesses, value, onChange }: Props) {
  const index = witnesses.findIndex((each) => each.id === value)
  const chosen = witnesses[index]
  if (!chosen) {
    return (
      <Note tone="mute" icon="info">
        支部里还没有可以确认的另一位同志，请联系党支部书记
      </Note>
    )
  }
  return (
    <Card>
      <Picker
        mode="selector"
        range={witnesses.map((each) => each.name)}
        value={index}
        onChange={(event) => {
          const next = witnesses[Number(event.detail.value)]
          if (next) onChange(next.id)
        }}
      >
        <Cell
          id="witness"
          leading={<Avatar name={chosen.name} />}
          title={chosen.name}
          sub="确认后计入"
          right={<View className="witness-change">更换</View>}
        />
      </Picker>
    </Card>
  )
}
