import { wipeKept } from '@/cloud/cache'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Sheet } from '@/components/Sheet/Sheet'
import { Steps } from '@/components/Steps/Steps'
import { restart } from '@/navigation/navigate'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'

/** 注销并删除: what goes when, and what an archive keeps without a name. */
export function DeleteSheet({ onClose }: { onClose: () => void }) {
  const { runOnce, busy } = useCloudAction('privacy.askDeletion')
  const send = async () => {
    const sure = await askFirst({
      title: '注销并删除',
      text: '微信登记马上解除，消息和写过的文字马上删除，不能恢复。',
      yes: '删除',
    })
    if (!sure || !(await orTell(runOnce({})))) return
    wipeKept()
    restart('welcome')
  }
  return (
    <Sheet
      open
      id="delete-sheet"
      title="注销并删除"
      onClose={onClose}
      footer={
        <Button kind="outline" id="delete-send" grow busy={busy} onTap={() => void send()}>
          申请删除
        </Button>
      }
    >
      <Steps
        items={[
          { title: '马上删除', text: '微信登记、消息、提醒设置、写给支部和工委的文字' },
          { title: '名册里的一条', text: '组织关系转出后，或县直机关工委同意后删除' },
          {
            title: '按档案规定保留',
            text: '会议记录和到会登记表保留 10 年；系统里只留不记名的次数',
          },
        ]}
      />
    </Sheet>
  )
}
