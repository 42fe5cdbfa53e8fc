import { View } from '@tarojs/components'
import type { ListTile } from '@domain/contract/keptLists'
import { headings } from '@domain/contract/lists'
import { headingLabels } from '@domain/keptLists/template'
import { classes } from '@/components/classes'
import { Icon, type IconName, iconNames } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'
import { ariaTicked } from '@/platform/aria'
import { tileText } from '../logic/rowWords'
import './lists.css'

interface Props {
  tiles: readonly ListTile[]
  chosen: string | undefined
  onChoose: (list: string) => void
}

/** A release before the list's may not have its picture. */
const iconOf = (icon: string): IconName => iconNames.find((name) => name === icon) ?? 'list'

/** The lists under 五个基本, each with what stands in it. */
export const ListTiles = ({ tiles, chosen, onChoose }: Props) => (
  <>
    {headings.map((heading) => {
      const under = tiles.filter((tile) => tile.heading === heading)
      return under.length === 0 ? null : (
        <View key={heading}>
          <Section title={headingLabels[heading]} />
          <View className="list-tiles">
            {under.map((tile) => (
              <Tile key={tile.list} tile={tile} on={tile.list === chosen} onTap={() => onChoose(tile.list)} />
            ))}
          </View>
        </View>
      )
    })}
  </>
)

function Tile({ tile, on, onTap }: { tile: ListTile; on: boolean; onTap: () => void }) {
  const { list, short, icon, overdue } = tile
  return (
    <View className="list-slot">
      <View
        id={`list-${list}`}
        className={classes('list-tile', on && 'list-tile-on')}
        hoverClass="pressed"
        onClick={onTap}
        {...ariaTicked(`${short}，${tileText(tile)}`, on, 'radio')}
      >
        <View className="list-head">
          <View className="list-name">{short}</View>
          <Icon name={iconOf(icon)} tone={on ? 'red' : 'ink3'} size={18} />
        </View>
        <View className={classes('list-count', overdue > 0 && 'list-late')}>{tileText(tile)}</View>
      </View>
    </View>
  )
}
