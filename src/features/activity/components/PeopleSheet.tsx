import { View } from '@tarojs/components'
import type { Standing } from '@domain/contract/words'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { Icon } from '@/components/Icon/Icon'
import { LinkText } from '@/components/LinkText/LinkText'
import { Sheet } from '@/components/Sheet/Sheet'
import { type PeopleGroup, peopleGroups } from '../logic/peopleGroups'
import type { Prepared } from '../logic/planForm'
import './PeopleSheet.css'

interface Props {
  open: boolean
  prepared: Prepared
  value: string[]
  onChange: (memberIds: string[]) => void
  onClose: () => void
}

/** Who is expected: a group at a time or one by one. */
export function PeopleSheet({ open, prepared, value, onChange, onClose }: Props) {
  const chosen = new Set(value)
  const set = (ids: string[], on: boolean) => {
    const next = new Set(value)
    ids.forEach((id) => (on ? next.add(id) : next.delete(id)))
    // In the order of the register, whatever was tapped first.
    onChange(prepared.people.map(({ id }) => id).filter((id) => next.has(id)))
  }
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="参加人"
      footer={
        <Button id="people-done" grow onTap={onClose}>
          {`完成，共 ${value.length} 人`}
        </Button>
      }
    >
      {peopleGroups(prepared).map((group) => (
        <Group key={group.id} group={group} chosen={chosen} onSet={set} />
      ))}
    </Sheet>
  )
}

interface GroupProps {
  group: PeopleGroup
  chosen: ReadonlySet<string>
  onSet: (ids: string[], on: boolean) => void
}
function Group({ group, chosen, onSet }: GroupProps) {
  const ids = group.people.map(({ id }) => id)
  const whole = ids.every((id) => chosen.has(id))
  return (
    <View className="people-group">
      <View className="people-head">
        <View className="people-name">{group.name}</View>
        <LinkText id={`people-all-${group.id}`} onTap={() => onSet(ids, !whole)}>
          {whole ? '都不选' : '全选'}
        </LinkText>
      </View>
      <View className="people-chips">
        {group.people.map((person) => (
          <Chip
            key={person.id}
            id={`person-${person.id}`}
            on={chosen.has(person.id)}
            onTap={() => onSet([person.id], !chosen.has(person.id))}
          >
            {chosen.has(person.id) ? <Icon name="check" tone="red" size={18} /> : null}
            {person.name + standingMark[person.standing]}
          </Chip>
        ))}
      </View>
    </View>
  )
}

const standingMark: Record<Standing, string> = { full: '', probationary: '（预备）' }
