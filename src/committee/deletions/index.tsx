import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { formatDay, formatDayTime } from '@domain/time/format'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'
import './index.css'

type Asked = ResponseOf<'privacy.deletions'>['asked'][number]

function AskedCard({ asked: { id, name, branchName, at, leftOn } }: { asked: Asked }) {
  const { run, busy } = useCloudAction('privacy.decideDeletion')
  const decide = async (agree: boolean) => {
    const question = agree
      ? { title: `删除${name}的信息`, text: '姓名、手机尾号和文字都删除，不能恢复；次数不变。', yes: '删除' }
      : { title: '不删除', text: '还在组织关系中的，名册里要有。请当面跟本人说明。', yes: '不删除' }
    if (await askFirst(question)) await orTell(run({ id, agree }))
  }
  return (
    <Card pad className="deletion" id={`deletion-${id}`}>
      <View className="t-body m">{name}</View>
      <View className="t-sub c2">
        {branchName}
        <View className="sep" />
        {formatDayTime(at)} 申请
      </View>
      <View className="t-sub c2">{leftOn ? `${formatDay(leftOn)}起不在名册` : '还在名册里'}</View>
      <View className="deletion-answers">
        <Button kind="sunk" small grow busy={busy} id={`keep-${id}`} onTap={() => void decide(false)}>
          不删除
        </Button>
        <Button kind="sunk" small grow busy={busy} id={`delete-${id}`} onTap={() => void decide(true)}>
          同意删除
        </Button>
      </View>
    </Card>
  )
}

/** Who asked for deletion and is still on the register. */
export default page(function DeletionsPage() {
  const list = useCloudQuery('privacy.deletions', {})
  return (
    <Page id="deletions" title="删除申请" onPullDown={() => list.refetch()}>
      <Loaded query={list} skeleton="list">
        {({ asked }) =>
          asked.length > 0 ? (
            <>
              <Note tone="info" icon="shield">
                微信登记、消息和文字在申请时已经删除。转出组织关系的，夜里自动删除；其余的在这里定。
              </Note>
              {asked.map((each) => (
                <AskedCard key={each.id} asked={each} />
              ))}
            </>
          ) : (
            <Empty image="none" icon="shield" title="没有待定的删除申请" id="no-deletions" />
          )
        }
      </Loaded>
    </Page>
  )
})
