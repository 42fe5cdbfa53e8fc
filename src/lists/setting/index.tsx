import { Fragment, useState } from 'react'
import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { headings } from '@domain/contract/lists'
import { headingLabels } from '@domain/keptLists/template'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { ListSettingSheet } from '@/features/keptLists/components/ListSettingSheet'

type Setting = ResponseOf<'list.setting'>
type One = Setting['lists'][number]

/** 台账与清单 of the county: which lists are kept, and in its words. */
export default page(function ListSettingPage() {
  const query = useCloudQuery('list.setting', {})
  const [chosen, setChosen] = useState<One>()
  return (
    <Page
      id="list-setting"
      title="设置台账与清单"
      left="back"
      onPullDown={query.refetch}
      overlay={chosen ? <ListSettingSheet one={chosen} onClose={() => setChosen(undefined)} /> : null}
    >
      <Loaded query={query} skeleton="list">
        {({ mayEdit, lists }) => (
          <>
            <Note tone="mute" icon="info">
              用不上的可以停用，支部就不再看到；记过的都留着，重新启用就回来。名称和选项可以改成本县的叫法
            </Note>
            {headings.map((heading) => (
              <View key={heading}>
                <Section title={headingLabels[heading]} />
                <Lists
                  lists={lists.filter(({ shape }) => shape.heading === heading)}
                  {...(mayEdit && { onTap: setChosen })}
                />
              </View>
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
})

const Lists = ({ lists, onTap }: { lists: readonly One[]; onTap?: (one: One) => void }) => (
  <Card>
    {lists.map((one, index) => (
      <Fragment key={one.shape.id}>
        {index > 0 ? <Divider inset={16} /> : null}
        <Cell
          id={`setting-${one.shape.id}`}
          title={one.shape.name}
          sub={one.shape.fields.map(({ label }) => label).join('、')}
          right={<Tag tone={one.isOn ? 'done' : 'mute'}>{one.isOn ? '在用' : '停用'}</Tag>}
          {...(onTap && { chevron: true, onTap: () => onTap(one) })}
        />
      </Fragment>
    ))}
  </Card>
)
