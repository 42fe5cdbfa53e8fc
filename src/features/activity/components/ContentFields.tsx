import { View } from '@tarojs/components'
import { tagLabels } from '@domain/activity/minutesLabels'
import type { ActivityForm } from '@domain/contract/activity'
import type { ActivityTag } from '@domain/contract/words'
import { Chip } from '@/components/Chip/Chip'
import { PickField } from '@/components/PickField/PickField'
import { classHours, toggleTag } from '../logic/contents'

type Contents = Pick<ActivityForm, 'tags' | 'hours'>

interface Props {
  tags: Contents['tags']
  hours: Contents['hours']
  onChange: (contents: Contents) => void
}

/** What a meeting was besides its kind, and its 学时: facts, of which no minimum is asked here. */
export function ContentFields({ tags = [], hours, onChange }: Props) {
  const said = { tags, ...(hours !== undefined && { hours }) }
  return (
    <>
      <View className="chips" id="content-tags">
        {(Object.keys(tagLabels) as ActivityTag[]).map((tag) => (
          <Chip
            key={tag}
            id={`tag-${tag}`}
            on={tags.includes(tag)}
            onTap={() => onChange({ ...said, tags: toggleTag(tags, tag) })}
          >
            {tagLabels[tag]}
          </Chip>
        ))}
      </View>
      <PickField
        label="学时"
        id="content-hours"
        items={classHours}
        value={hours === undefined ? undefined : `${hours}`}
        none="不填"
        onChange={(id) => onChange({ tags, ...(id !== undefined && { hours: Number(id) }) })}
      />
    </>
  )
}
