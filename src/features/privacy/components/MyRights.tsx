import { View } from '@tarojs/components'
import { wipeKept } from '@/cloud/cache'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon, type IconName } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'
import { open, restart } from '@/navigation/navigate'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'

export type RightsSheet = 'export' | 'correct' | 'delete'

interface Props {
  bound: boolean
  /** Version of the text agreed to; absent: not agreed, or withdrawn. */
  version?: number | undefined
  onSheet: (sheet: RightsSheet) => void
}

interface Entry {
  id: string
  name: IconName
  title: string
  sub: string
  onTap: () => void
}

/** What ends one's use: both leave nothing of others or of oneself on this phone. */
function useEndings() {
  const consent = useCloudAction('privacy.consent')
  const unbinding = useCloudAction('binding.unbind')
  const withdraw = async (version: number) => {
    const text = '撤回后不能再用，之前的登记不变。到会由组织者点名。以后可以重新同意。'
    if (!(await askFirst({ title: '撤回同意', text, yes: '撤回' }))) return
    if (!(await orTell(consent.run({ version, agree: false })))) return
    wipeKept()
    restart('consent')
  }
  const unbind = async () => {
    const text = '这个微信不再代表您，记录都还在。再用时重新核对身份。'
    if (!(await askFirst({ title: '解除微信登记', text, yes: '解除' }))) return
    if (!(await orTell(unbinding.runOnce({})))) return
    wipeKept()
    restart('welcome')
  }
  return { withdraw, unbind }
}

/** 我可以: everything the law gives, one tap away. */
export function MyRights({ bound, version, onSheet }: Props) {
  const { withdraw, unbind } = useEndings()
  const entries: Entry[] = [
    {
      id: 'to-export',
      name: 'down2',
      title: '导出我的全部数据',
      sub: '一个文本文件，发到您的微信',
      onTap: () => onSheet('export'),
    },
    ...(bound
      ? [
          {
            id: 'to-correct',
            name: 'edit' as const,
            title: '申请更正',
            sub: '写明哪一项、应该是什么',
            onTap: () => onSheet('correct'),
          },
          {
            id: 'unbind',
            name: 'phone' as const,
            title: '解除微信登记',
            sub: '换手机、换微信时用；记录还在',
            onTap: () => void unbind(),
          },
        ]
      : []),
    ...(version === undefined
      ? []
      : [
          {
            id: 'withdraw',
            name: 'undo' as const,
            title: '撤回同意',
            sub: '随时可以，以后可以重新同意',
            onTap: () => void withdraw(version),
          },
        ]),
    {
      id: 'to-delete',
      name: 'trash',
      title: '注销并删除',
      sub: '个人信息删除，只留不记名的次数',
      onTap: () => onSheet('delete'),
    },
    {
      id: 'to-text',
      name: 'doc',
      title: '隐私说明',
      sub: '为什么要用、谁看得到、存多久',
      onTap: () => open('consent'),
    },
  ]
  return (
    <>
      <Section title="我可以" />
      <Card className="privacy-cells" id="rights">
        {entries.map(({ id, name, title, sub, onTap }, index) => (
          <View key={id}>
            {index > 0 && <Divider inset={52} />}
            <Cell
              id={id}
              leading={<Icon name={name} tone="ink2" />}
              title={title}
              sub={sub}
              chevron
              onTap={onTap}
            />
          </View>
        ))}
      </Card>
    </>
  )
}
