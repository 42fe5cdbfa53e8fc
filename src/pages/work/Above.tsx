import { View } from '@tarojs/components'
import type { AboveRequest } from '@domain/contract/identity'
import { Card } from '@/components/Card/Card'
import { Doors } from '@/components/Doors/Doors'
import { Section } from '@/components/Section/Section'
import { open } from '@/navigation/navigate'

const asking: Record<AboveRequest['kind'], string> = {
  exemption: '说明情况',
  correction: '申请更正',
  transfer: '申请转入',
}

/** What only the work committee can answer for a branch: each opens where it is answered. */
export function Above({ items }: { items: readonly AboveRequest[] }) {
  if (items.length === 0) return null
  return (
    <View id="above">
      <Section title="请工委答复" right={`${items.length} 件`} />
      <Card className="work-list">
        <Doors
          doors={items.map(({ kind, id, who, branch }) => ({
            id: `above-${id}`,
            icon: 'msg',
            title: `${who}${asking[kind]}`,
            sub: `${branch.name}，${kind === 'transfer' ? '还没有书记登记' : '支部里没有别人可以答复'}`,
            onTap: () => open('roster', { branchId: branch.id }),
          }))}
        />
      </Card>
    </View>
  )
}
