import { useState } from 'react'
import { View } from '@tarojs/components'
import { ariaTicked } from '@/platform/aria'
import { Button } from '../Button/Button'
import { Cell } from '../Cell/Cell'
import { Icon } from '../Icon/Icon'
import { SearchField } from '../SearchField/SearchField'
import { Sheet } from '../Sheet/Sheet'
import './ChooseSheet.css'

export interface Choice {
  id: string
  name: string
  sub?: string
}

interface Props {
  title: string
  items: readonly Choice[]
  value: readonly string[]
  onChange: (ids: string[]) => void
  onClose: () => void
  /** One at most: a tap chooses and closes. */
  single?: boolean
  /** A tap leads on to the next question: it does not close. */
  leadsOn?: boolean
  /** How many may be chosen. */
  most?: number
  placeholder?: string
  /** Said when there is nothing to choose from. */
  empty?: string
}

/** More than a wheel can show. */
const LONG = 8

/** One or several of a long list, narrowed by a few letters. Lines carry the id `choose-<id>`. */
export function ChooseSheet(props: Props) {
  const { title, items, value, onChange, onClose, single, leadsOn, most = 200, placeholder, empty } = props
  const [wanted, setWanted] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(value)
  const found = items.filter(({ name, sub = '' }) => `${name}${sub}`.includes(wanted.trim()))
  const tap = (id: string) => {
    if (single) {
      onChange([id])
      if (!leadsOn) onClose()
      return
    }
    if (chosen.includes(id)) setChosen(chosen.filter((each) => each !== id))
    else if (chosen.length < most) setChosen([...chosen, id])
  }
  const finish = () => {
    onChange(items.map(({ id }) => id).filter((id) => chosen.includes(id)))
    onClose()
  }
  return (
    <Sheet
      open
      id="choose-sheet"
      title={title}
      onClose={onClose}
      {...(!single && {
        footer: (
          <Button id="choose-done" grow onTap={finish}>
            {chosen.length > 0 ? `选好了，共 ${chosen.length} 项` : '选好了，都不选'}
          </Button>
        ),
      })}
    >
      {items.length > LONG ? (
        <View className="choose-search">
          <SearchField
            id="choose-search"
            value={wanted}
            placeholder={placeholder ?? '输入名称里的几个字'}
            onChange={setWanted}
          />
        </View>
      ) : null}
      {found.length === 0 ? (
        <View className="t-sub c2 ctr mt16">
          {items.length === 0 ? (empty ?? '没有可以选的') : '没有找到，换几个字试试'}
        </View>
      ) : null}
      {found.map((item) => (
        <Line key={item.id} item={item} on={chosen.includes(item.id)} onTap={() => tap(item.id)} />
      ))}
    </Sheet>
  )
}

function Line({ item: { id, name, sub }, on, onTap }: { item: Choice; on: boolean; onTap: () => void }) {
  return (
    <View {...ariaTicked(name, on)}>
      <Cell
        id={`choose-${id}`}
        className="choose-line"
        title={name}
        {...(sub && { sub })}
        {...(on && { right: <Icon name="check" tone="red" size={20} /> })}
        onTap={onTap}
      />
    </View>
  )
}
