import { View } from '@tarojs/components'
import { ariaTicked } from '@/platform/aria'
import { classes } from '../classes'
import { Button } from '../Button/Button'
import { Card } from '../Card/Card'
import { CheckMark } from '../CheckMark/CheckMark'
import { Divider } from '../Divider/Divider'
import type { Ticked } from './useTicked'
import './CheckList.css'

export interface CheckRow {
  id: string
  name: string
  /** Beside the name. */
  from?: string
  /** Below it. */
  sub?: string
  note?: string
  /** What may be said of this one instead, beside it. */
  other?: { label: string; onTap: () => void }
}

interface Props {
  rows: readonly CheckRow[]
  ticked: Ticked
  id?: string
}

/** Lines that are ticked beforehand; a tap takes the tick off. Rows carry the id `check-<id>`. */
export function CheckList({ rows, ticked, id = 'check-list' }: Props) {
  return (
    <Card className="check-list" id={id}>
      {rows.map((row, index) => {
        const on = ticked.has(row.id)
        return (
          <View key={row.id}>
            {index > 0 ? <Divider inset={52} /> : null}
            <View className="check-line">
              <View
                className={classes('check-row', on && 'check-row-on')}
                id={`check-${row.id}`}
                hoverClass="pressed"
                onClick={() => ticked.toggle(row.id)}
                {...ariaTicked(row.name, on)}
              >
                <CheckMark state={on ? 'all' : 'none'} />
                <View className="check-text">
                  <View className="check-who">
                    <View className="check-name">{row.name}</View>
                    {row.from ? <View className="check-from">{row.from}</View> : null}
                  </View>
                  {row.sub ? <View className="check-sub">{row.sub}</View> : null}
                </View>
                {row.note ? <View className="check-note">{row.note}</View> : null}
              </View>
              {row.other ? (
                <View className="check-other">
                  <Button kind="sunk" small id={`other-${row.id}`} onTap={row.other.onTap}>
                    {row.other.label}
                  </Button>
                </View>
              ) : null}
            </View>
          </View>
        )
      })}
    </Card>
  )
}

interface DockProps {
  ticked: Ticked
  busy: boolean
  /** What the button says of the number ticked. */
  label: (count: number) => string
  onConfirm: () => void
}

/** 全选 and the one button, for a page's dock. */
export function CheckDock({ ticked, busy, label, onConfirm }: DockProps) {
  const { ids, total } = ticked
  const state = ids.length === total ? 'all' : ids.length > 0 ? 'some' : 'none'
  return (
    <>
      <View
        className="check-all"
        id="check-all"
        hoverClass="pressed"
        onClick={ticked.toggleAll}
        {...ariaTicked('全选', state === 'all')}
      >
        <CheckMark state={state} />
        全选
      </View>
      <Button
        id="check-confirm"
        grow
        busy={busy}
        disabledBecause={ids.length === 0 ? '请至少选一项' : undefined}
        onTap={onConfirm}
      >
        {label(ids.length)}
      </Button>
    </>
  )
}
