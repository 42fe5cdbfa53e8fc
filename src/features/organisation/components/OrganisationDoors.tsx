import { View } from '@tarojs/components'
import type { OneOrganisation } from '@domain/contract/organisation'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon, type IconName } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'
import { changesFor, changeWords, type What } from '../logic/changes'

export interface Door {
  id: string
  icon: IconName
  title: string
  sub?: string
  onTap: () => void
}

/** A titled list of ways on. */
export function Doors({ title, doors, id }: { title: string; doors: readonly Door[]; id: string }) {
  if (doors.length === 0) return null
  return (
    <View id={id}>
      <Section title={title} />
      <Card className="roster-list">
        {doors.map(({ icon, ...cell }, index) => (
          <View key={cell.id}>
            {index > 0 ? <Divider inset={52} /> : null}
            <Cell leading={<Icon name={icon} tone="ink2" size={24} />} chevron {...cell} />
          </View>
        ))}
      </Card>
    </View>
  )
}

const icons: Record<What, IconName> = {
  found: 'plus',
  edit: 'edit',
  move: 'right',
  merge: 'down2',
  split: 'users',
  dissolve: 'minus',
}

/** What may be done with it, as its kind allows. */
export function ChangeDoors({ one, onChange }: { one: OneOrganisation; onChange: (what: What) => void }) {
  if (!one.mayEdit) return null
  return (
    <Doors
      id="organisation-changes"
      title="变动"
      doors={changesFor(one).map((what) => ({
        id: `change-${what}`,
        icon: icons[what],
        title: changeWords[what].title,
        onTap: () => onChange(what),
      }))}
    />
  )
}
