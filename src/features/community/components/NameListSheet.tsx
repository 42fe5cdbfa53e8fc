import { View } from '@tarojs/components'
import { Button } from '@/components/Button/Button'
import { Note } from '@/components/Note/Note'
import { Sheet } from '@/components/Sheet/Sheet'
import { Steps } from '@/components/Steps/Steps'

interface Props {
  busy: boolean
  onChoose: () => void
  onClose: () => void
}

/** Before a list is chosen: which columns it needs, and what is kept of it. */
export function NameListSheet({ busy, onChoose, onClose }: Props) {
  return (
    <Sheet
      open
      id="name-list-sheet"
      title="导入名单"
      onClose={onClose}
      footer={
        <Button id="choose-list" grow icon="doc" busy={busy} onTap={onChoose}>
          {busy ? '正在读' : '选文件'}
        </Button>
      }
    >
      <Steps
        items={[
          { title: '把名单发到微信', text: '发给“文件传输助手”，.xlsx 或 .csv 都可以' },
          { title: '表里有姓名，有单位或党支部', text: '列名、顺序不同也能认，别的列不读' },
          { title: '对得上的替您选好', text: '还是由您看过再接收；对不上的逐个看' },
        ]}
      />
      <View className="mt12">
        <Note tone="mute" icon="shield">
          只用来核对：不留姓名，只留看不出是谁的核对值，7 天后删除；文件读完就删。
        </Note>
      </View>
    </Sheet>
  )
}
