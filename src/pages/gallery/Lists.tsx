import { View } from '@tarojs/components'
import { now } from '@/cloud/clock'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { DateTile } from '@/components/DateTile/DateTile'
import { Divider } from '@/components/Divider/Divider'
import { Doors } from '@/components/Doors/Doors'
import { Fold } from '@/components/Fold/Fold'
import { Icon } from '@/components/Icon/Icon'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { LinkText } from '@/components/LinkText/LinkText'
import { Matrix, type MatrixCell } from '@/components/Matrix/Matrix'
import { MoreButton } from '@/components/MoreButton/MoreButton'
import { PageTurn } from '@/components/PageTurn/PageTurn'
import { PickHead } from '@/components/PickHead/PickHead'
import { RollTile } from '@/components/RollTile/RollTile'
import { Section } from '@/components/Section/Section'
import { Steps } from '@/components/Steps/Steps'

const nothing = () => undefined
const day = 24 * 3600 * 1000

const done = (key: string): MatrixCell => ({ key, state: 'done', text: '', label: '已完成' })
const columns = [
  { key: 'study', label: '集中学习', sub: '1 次' },
  { key: 'service', label: '社区服务', sub: '1 次' },
  { key: 'visit', label: '帮扶走访', sub: '2 次' },
]
const rows = [
  { id: 'a', name: '李建国', sub: '9月10日', cells: [done('study'), done('service'), done('visit')] },
  {
    id: 'b',
    name: '赵海燕',
    sub: '9月8日',
    cells: [
      done('study'),
      { key: 'service', state: 'missing' as const, text: '差 1', label: '还差 1 次' },
      { key: 'visit', state: 'waiting' as const, text: '待确认', label: '待确认' },
    ],
  },
  {
    id: 'c',
    name: '王秀兰',
    sub: '暂无记录',
    cells: [
      { key: 'study', state: 'not_owed' as const, text: '不要求', label: '不作硬性要求' },
      { key: 'service', state: 'planned' as const, text: '已安排', label: '已安排' },
      done('visit'),
    ],
  },
]

export function Lists() {
  return (
    <>
      <PickHead
        picker={
          <LinkText onTap={nothing} arrow="down">
            9月
          </LinkText>
        }
      >
        农业农村局第一支部
      </PickHead>
      <Card>
        <Doors
          doors={[
            { id: 'gallery-plan', icon: 'plus', title: '安排活动', onTap: nothing },
            { id: 'gallery-dues', icon: 'card', title: '党费', sub: '按月记交没交', onTap: nothing },
          ]}
        />
      </Card>
      <Section title="列表" right="3 条" />
      <Card>
        <Cell leading={<Avatar name="周敏" />} title="周敏" sub="扫码" right="14:52" />
        <Divider inset={68} />
        <Cell
          leading={<Icon name="heart" tone="ink2" />}
          title="报到社区"
          right="凤凰社区"
          chevron
          onTap={nothing}
        />
      </Card>
      <Section title="日期" />
      <View className="gallery-row">
        <DateTile at={now()} now={now()} />
        <DateTile at={now() + 2 * day} now={now()} />
        <DateTile at={now() - 40 * day} now={now()} />
      </View>
      <Section title="点名" />
      <View className="tiles">
        <RollTile id="tile-a" name="李建国" state="registered" note="点名" onTap={nothing} />
        <RollTile id="tile-b" name="吴丽" state="leave" note="请假" onTap={nothing} />
        <RollTile id="tile-c" name="刘佳" state="unregistered" note="未登记" onTap={nothing} />
        <RollTile id="tile-d" name="丁一鸣" state="absent" note="公务外出" onTap={nothing} />
      </View>
      <Section title="矩阵" />
      <Matrix heading="最近记录" columns={columns} rows={rows} onCell={nothing} onRow={nothing} />
      <Section title="步骤与事实" />
      <Card pad>
        <Steps items={[{ title: '再扫现场的码', text: '屏幕上的也可以' }, { title: '请组织者点名' }]} />
        <KeyValue
          items={[
            ['登记', '9月22日 14:52'],
            ['地点', '局三楼会议室'],
          ]}
        />
        <Fold id="gallery-fold" title="会议材料" sub="可以不填">
          《中国共产党章程》
        </Fold>
      </Card>
      <PageTurn id="gallery" at={0} pages={3} onTurn={nothing} />
      <MoreButton id="gallery-more" more={nothing} />
    </>
  )
}
