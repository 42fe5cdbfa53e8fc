import { ScrollView, Text, View } from '@tarojs/components'
import type { BranchProgress } from '@domain/contract/progress'
import type { ProgressState } from '@domain/contract/words'
import { isPressing } from '@domain/time/isPressing'
import { useNow } from '@/cloud/useNow'
import { Card } from '@/components/Card/Card'
import { Chip } from '@/components/Chip/Chip'
import { Icon } from '@/components/Icon/Icon'
import { Matrix } from '@/components/Matrix/Matrix'
import { Section } from '@/components/Section/Section'
import { isOver } from '../logic/branchDuties'
import { matrixColumns, matrixRows } from '../logic/matrix'
import './MemberMatrix.css'

interface Props {
  progress: BranchProgress
  /** 本月, 8月, 第三季度 */
  when: string
  groupId: string | undefined
  onGroup: (groupId: string | undefined) => void
  onCell: (memberId: string, dutyId: string) => void
  /** A name: that member's year. */
  onMember: (memberId: string) => void
}

/** 党员本月: register order, never the order of a result. */
export function MemberMatrix({ progress, when, groupId, onGroup, onCell, onMember }: Props) {
  // A group that did not exist then filters nothing.
  const chosen = progress.groups.find(({ id }) => id === groupId)?.id
  const now = useNow(60_000)
  const rows = progress.rows.filter((row) => !chosen || row.groupId === chosen)
  return (
    <View id="members">
      <Section title={`党员${when}`} right="点格子看依据，点姓名看全年" />
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
            <Chip id="group-all" on={!chosen} onTap={() => onGroup(undefined)}>
              全部
            </Chip>
            {progress.groups.map((group) => (
              <Chip
                key={group.id}
                id={`group-${group.id}`}
                on={chosen === group.id}
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
          columns={matrixColumns(progress)}
          rows={matrixRows(rows, progress, now)}
          onCell={onCell}
          onRow={onMember}
        />
      </Card>
      <Key rows={rows} calm={!isPressing(progress.period, now)} over={isOver(progress)} />
    </View>
  )
}

/** What the marks mean, of those that are there. */
function Key({ rows, calm, over }: { rows: BranchProgress['rows']; calm: boolean; over: boolean }) {
  const has = (state: ProgressState) => rows.some(({ cells }) => cells.some((cell) => cell.state === state))
  return (
    <View className="members-key">
      {has('done') ? (
        <View className="members-key-item">
          <Icon name="check" tone="pine" size={18} />
          已完成
        </View>
      ) : null}
      {has('missing') && !over ? (
        <View className="members-key-item">
          <Text className={calm ? '' : 'members-key-miss'}>差 1</Text>
          还差次数
        </View>
      ) : null}
      {has('not_held') ? (
        <View className="members-key-item" id="key-not-held">
          <Text className="members-key-held">未安排</Text>
          支部还没有安排，不算本人的
        </View>
      ) : null}
      {rows.some(({ cells }) => cells.some(({ held }) => held)) ? (
        <View className="members-key-item" id="key-life">
          <Text>1/2</Text>
          到会 1 场，举办 2 场
        </View>
      ) : null}
      {has('not_owed') ? <Text className="members-key-free">不要求</Text> : null}
    </View>
  )
}
