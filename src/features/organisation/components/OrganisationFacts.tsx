import { View } from '@tarojs/components'
import type { OneOrganisation } from '@domain/contract/organisation'
import { branchTypeLabels } from '@domain/org/branchTypeLabels'
import { termNotice } from '@domain/org/termNotice'
import { termOf } from '@domain/org/termOf'
import { type Day, dayOf } from '@domain/time/day'
import { formatYearDay } from '@domain/time/format'
import { now } from '@/cloud/clock'
import { Card } from '@/components/Card/Card'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { Note } from '@/components/Note/Note'
import { staffText } from '../logic/staffText'
import { countText, typeLabels } from '../logic/treeLines'

/** What is due before a term's end, and once it is over. */
function termText({ node, committee, mayElect }: OneOrganisation, notice: 0 | 3 | 6, endsOn: Day): string {
  const { body } = termOf({ ...node, hasCommittee: committee.length > 2 })
  if (notice !== 0) return `本届${body}不到 ${notice} 个月届满，请按期换届`
  const over = `本届${body}到${formatYearDay(endsOn)}届满`
  return mayElect ? `${over}。换过届的，点“改选、补选”登记新一届` : over
}

/** What it is, and what it was before. */
export function OrganisationFacts({ one }: { one: OneOrganisation }) {
  const { node, parent, headcount, before, termEndsOn } = one
  const notice = termEndsOn ? termNotice({ termEndsOn }, dayOf(now())) : null
  const count = countText(node)
  const items: (readonly [string, string])[] = [
    ['类别', typeLabels[node.type]],
    ...(parent ? [['上级', parent.name] as const] : []),
    ...(node.branchType ? [['性质', branchTypeLabels[node.branchType]] as const] : []),
    ...(count ? [['现有', count] as const] : []),
    ...(headcount === undefined ? [] : [['人数', `${headcount} 人`] as const]),
    ...(termEndsOn ? [['届满', formatYearDay(termEndsOn)] as const] : []),
    ...(node.validTo ? [['到', formatYearDay(node.validTo)] as const] : []),
    ...before.map(
      ({ name, until, parentName }) =>
        ['曾经', `${name}${parentName ? `，属${parentName}` : ''}，到${formatYearDay(until)}`] as const,
    ),
  ]
  return (
    <View id="organisation-facts">
      <Card pad>
        <View className="t-h1">{node.name}</View>
        <View className="mt8">
          {items.map(([key, value]) => (
            <KeyValue key={`${key}${value}`} items={[[key, value]]} />
          ))}
        </View>
      </Card>
      {headcount === undefined || headcount === 0 ? null : (
        <View className="mt12" id="party-staff">
          <Note tone="mute" icon="info">
            {staffText(headcount)}
          </Note>
        </View>
      )}
      {node.countsOnly ? (
        <View className="mt12">
          <Note tone="mute" icon="lock">
            只报数字，姓名不出支部
          </Note>
        </View>
      ) : null}
      {notice !== null && termEndsOn ? (
        <View className="mt12" id="term-notice">
          <Note tone="info" icon="cal">
            {termText(one, notice, termEndsOn)}
          </Note>
        </View>
      ) : null}
    </View>
  )
}
