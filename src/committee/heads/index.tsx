import { useState } from 'react'
import { ScrollView, View } from '@tarojs/components'
import type { BranchHead, HeadInvitation, HeadState } from '@domain/contract/setup'
import { postLabels } from '@domain/registry/labels'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Chip } from '@/components/Chip/Chip'
import { Counts } from '@/components/Counts/Counts'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { InvitationCode } from '@/components/InvitationCode/InvitationCode'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Sheet } from '@/components/Sheet/Sheet'
import { HeadRows } from '@/features/setup/components/HeadRows'
import { useInviteHeads } from '@/features/setup/hooks/useInviteHeads'
import { countOf, headLabels, headOrder } from '@/features/setup/logic/headWords'
import { lastPapers } from '@/features/setup/logic/lastPapers'
import { open } from '@/navigation/navigate'
import { askFirst } from '@/platform/askFirst'
import { useVisible } from '@/platform/useVisible'
import './index.css'

/** 邀请书记: every branch and how far it is, invitations one by one or all at once. */
export default page(function HeadsPage() {
  const query = useCloudQuery('setup.heads', {})
  // Secretaries come in while this page is away.
  useVisible(() => void query.refetch())
  const { invite, busy } = useInviteHeads()
  const [code, setCode] = useState<HeadInvitation>()
  const branches = query.data?.branches ?? []
  const one = async (branchId: string) => setCode((await invite([branchId]))[0])
  const all = async (state: HeadState) => {
    const made = await invite(branches.filter((row) => row.state === state).map(({ branch }) => branch.id))
    if (made.length === 0) return
    lastPapers.set(made)
    open('papers')
  }
  return (
    <Page
      id="heads"
      title="邀请书记"
      left="back"
      onPullDown={query.refetch}
      dock={
        branches.length > 0 && (
          <HeadsDock branches={branches} busy={busy} onAll={(state) => void all(state)} />
        )
      }
      overlay={code && <CodeSheet code={code} onClose={() => setCode(undefined)} />}
    >
      <Loaded query={query} skeleton="list">
        {(data) => <Heads branches={data.branches} onInvite={(id) => void one(id)} />}
      </Loaded>
    </Page>
  )
})

function Heads({ branches, onInvite }: { branches: readonly BranchHead[]; onInvite: (id: string) => void }) {
  const [only, setOnly] = useState<HeadState>()
  if (branches.length === 0) {
    return (
      <Empty
        image="none"
        icon="bld"
        title="还没有党支部"
        text="先导入组织和党员，再邀请书记"
        action={{ label: '去首次启用', onTap: () => open('setup'), id: 'to-setup' }}
      />
    )
  }
  const shown = only ? branches.filter(({ state }) => state === only) : branches
  const offered = headOrder.filter((state) => countOf(branches, state) > 0)
  return (
    <>
      <Card pad>
        <Counts
          parts={[
            { key: 'branches', label: '个支部', count: branches.length },
            { key: 'bound', label: headLabels.bound, count: countOf(branches, 'bound'), tone: 'pine' },
            { key: 'invited', label: headLabels.invited, count: countOf(branches, 'invited'), tone: 'blue' },
            { key: 'open', label: headLabels.open, count: countOf(branches, 'open') },
          ]}
        />
      </Card>
      <ScrollView className="heads-filters" scrollX>
        <View className="heads-chips">
          <Chip id="only-all" on={only === undefined} onTap={() => setOnly(undefined)}>
            全部
          </Chip>
          {offered.map((state) => (
            <Chip key={state} id={`only-${state}`} on={only === state} onTap={() => setOnly(state)}>
              {headLabels[state]}
            </Chip>
          ))}
        </View>
      </ScrollView>
      <HeadRows rows={shown} onInvite={onInvite} onChoose={(id) => open('organisation', { id })} />
      <View className="heads-how">
        一人一码，七天有效，本人用微信打开、填对手机号后四位才算。书记登记后，本支部的事由支部办，这里的邀请就到此为止。
      </View>
    </>
  )
}

interface DockProps {
  branches: readonly BranchHead[]
  busy: boolean
  onAll: (state: HeadState) => void
}
function HeadsDock({ branches, busy, onAll }: DockProps) {
  const [left, invited] = [countOf(branches, 'open'), countOf(branches, 'invited')]
  const again = async () => {
    const question = {
      title: `重印 ${invited} 张邀请单`,
      text: '会换成新的码，以前印好的就不能用了。',
      yes: '重印',
    }
    if (await askFirst(question)) onAll('invited')
  }
  return (
    <>
      {invited > 0 && (
        <Button kind="outline" id="heads-again" grow={left === 0} busy={busy} onTap={() => void again()}>
          重印邀请单
        </Button>
      )}
      {(left > 0 || invited === 0) && (
        <Button
          id="heads-all"
          grow
          busy={busy}
          disabledBecause={left === 0 ? '都邀请过了' : undefined}
          onTap={() => onAll('open')}
        >
          {`邀请 ${left} 位书记`}
        </Button>
      )}
    </>
  )
}

function CodeSheet({ code, onClose }: { code: HeadInvitation; onClose: () => void }) {
  const print = () => {
    lastPapers.set([code])
    onClose()
    open('papers')
  }
  return (
    <Sheet
      open
      id="head-code"
      title={`邀请${code.head ?? ''}${postLabels[code.post]}`}
      onClose={onClose}
      footer={
        <>
          <Button kind="outline" id="head-code-print" onTap={print}>
            打印这一张
          </Button>
          <Button id="head-code-done" grow onTap={onClose}>
            好了
          </Button>
        </>
      }
    >
      <InvitationCode {...code} name={`${code.branch.name} ${code.head ?? postLabels[code.post]}`} />
      <View className="heads-how">请本人打开“先锋双岗”扫码，并填手机号后四位。</View>
    </Sheet>
  )
}
