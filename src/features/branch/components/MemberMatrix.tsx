import { ScrollView, Text, View } from '@tarojs/components'
import type { BranchProgress } from '@domain/contract/progress'
import { Card } from '@/components/Card/Card'
import { Chip } from '@/components/Chip/Chip'
import { Icon } from '@/components/Icon/Icon'
import { Matrix } from '@/components/Matrix/Matrix'
import { Section } from '@/components/Section/Section'
import { matrixColumns, matrixRows } from '../logic/matrix'
import './MemberMatrix.css'

interface Props {
  progress: BranchProgress
  running: boolean
  month: string
  groupId: string | undefined
  onGroup: (groupId: string | undefined) => void
  onCell: (memberId: string, dutyId: string) => void
}

/** 党员本月: register order, never the order of a result. */
export function MemberMatrix({ progress, running, month, groupId, onGroup, onCell }: Props) {
  const rows = progress.rows.filter((row) => !groupId || row.groupId === groupId)
  return (
    <View id="members">
      <Section title={running ? '党员本月' : `党员${month}`} right="点格子看依据" />
      <View className="members-lock">
        <Icon name="lock" tone="ink3" size={18} />
        <View className="grow">
          {progress.scope === 'group'
            ? '您是党小组长，只看本组'
            : '党支部书记、组织委员可见；党小组长只看本组'}
        </View>
      </View>
      {progress.groups.length > 1 ? (
        <ScrollView scrollX className="members-groups" showScrollbar={false} enhanced>
          <View className="members-chips">
            <Chip id="group-all" on={!groupId} onTap={() => onGroup(undefined)}>
              全部
            </Chip>
            {progress.groups.map((group) => (
              <Chip
                key={group.id}
                id={`group-${group.id}`}
                on={groupId === group.id}
                onTap={() => onGroup(group.id)}
              >
                {group.name}
              </Chip>
            ))}
          </View>
        </ScrollView>
      ) : null}
      <Card className="members-card">
        <Matrix
          heading={'名册顺序\n最近登记'}
          columns={matrixColumns(progress.columns)}
          rows={matrixRows(rows, progress.columns)}
          onCell={onCell}
        />
      </Card>
      <View className="members-key">
        <View className="members-key-item">
          <Icon name="check" tone="pine" size={18} />
          已完成
        </View>
        <View className="members-key-item">
          <Text className="members-key-miss">差 1</Text>
          还差次数
        </View>
        <Text className="members-key-free">不要求</Text>
      </View>
    </View>
  )
}
