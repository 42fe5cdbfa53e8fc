import { Fragment, type ReactNode } from 'react'
import { Cell } from '../Cell/Cell'
import { Divider } from '../Divider/Divider'
import { Icon, type IconName } from '../Icon/Icon'

/** Where one can go, or what one can do, from a list. */
export interface Door {
  id: string
  icon: IconName
  title: string
  sub?: string | undefined
  right?: ReactNode
  onTap: () => void
}

/** Doors one under the other, for a Card. */
export function Doors({ doors }: { doors: readonly Door[] }) {
  return (
    <>
      {doors.map(({ id, icon, title, sub, right, onTap }, i) => (
        <Fragment key={id}>
          {i > 0 && <Divider inset={52} />}
          <Cell
            id={id}
            leading={<Icon name={icon} tone="ink2" size={24} />}
            title={title}
            sub={sub}
            right={right}
            chevron
            onTap={onTap}
          />
        </Fragment>
      ))}
    </>
  )
}
