import { useState } from 'react'
import { View } from '@tarojs/components'
import { page } from '@/components/FreshStart/FreshStart'
import { Page } from '@/components/Page/Page'
import { Seg } from '@/components/Seg/Seg'
import { useElder } from '@/platform/useElder'
import { Actions } from './Actions'
import { Lists } from './Lists'
import { Numbers } from './Numbers'
import { Running } from './Running'
import { States } from './States'
import './index.css'

const views = [
  { key: 'numbers', label: '数字' },
  { key: 'actions', label: '操作' },
  { key: 'lists', label: '列表' },
  { key: 'running', label: '主办' },
  { key: 'states', label: '状态' },
] as const
type ViewKey = (typeof views)[number]['key']

/** Every widget in its states, for development and demo builds; the switch shows them in large text. */
export default page(function GalleryPage() {
  const [view, setView] = useState<ViewKey>('numbers')
  const { elder, setElder } = useElder()
  return (
    <Page id="gallery" title="组件">
      <Seg items={views} value={view} onChange={setView} />
      <View className="gallery-elder" id="gallery-elder" onClick={() => setElder(!elder)}>
        {elder ? '大字模式：开' : '大字模式：关'}
      </View>
      {view === 'numbers' && <Numbers />}
      {view === 'actions' && <Actions />}
      {view === 'lists' && <Lists />}
      {view === 'running' && <Running />}
      {view === 'states' && <States />}
    </Page>
  )
})
