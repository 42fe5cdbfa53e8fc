import { Input, View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import type { ServiceBoard } from '@domain/contract/service'
import { Avatar } from '@/components/Avatar/Avatar'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { Refused } from '@/components/Refused/Refused'
import { Tag } from '@/components/Tag/Tag'
import type { usePaperList } from '../hooks/usePaperList'
import './PaperList.css'

interface Props {
  board: ServiceBoard
  paper: ReturnType<typeof usePaperList>
}

/** Those on the paper list, found by the whole name. */
export function PaperList({ board, paper }: Props) {
  const { typed, setTyped, idle, found } = paper
  return (
    <>
      <Card className="paper-search">
        <Icon name="users" tone="ink2" size={24} />
        <Input
          id="resident-name"
          className="field-input"
          value={typed}
          maxlength={20}
          placeholder="输入完整姓名，如：周敏"
          placeholderClass="ph"
          onInput={(event) => setTyped(event.detail.value)}
        />
      </Card>
      <View className="paper-hint">
        <Note tone="mute" icon="info">
          {board.late
            ? '到场的同志在这里记上，由另一位同志确认后计入。只能找到在本社区报到的党员'
            : '纸质名单上的同志在这里记上，再到“待确认”里看一眼。只能找到在本社区报到的党员'}
        </Note>
      </View>
      {found.refusal ? <Refused refusal={found.refusal} /> : null}
      {found.unreached && !found.data ? <Refused refusal={{ ok: false, reason: found.unreached }} /> : null}
      {!idle && found.data ? <Found residents={found.data.residents} board={board} paper={paper} /> : null}
    </>
  )
}

type Resident = ResponseOf<'service.residents'>['residents'][number]

function Found({ residents, board, paper }: Props & { residents: Resident[] }) {
  return (
    <Card className="paper-found" id="residents-found">
      {residents.length === 0 ? (
        <View className="paper-none">
          没有找到。请核对姓名是否完整；没有在本社区报到的，请对方扫您出示的现场码
        </View>
      ) : null}
      {residents.map((resident, index) => (
        <View key={resident.memberId}>
          {index > 0 ? <Divider inset={64} /> : null}
          <Cell
            id={`resident-${resident.memberId}`}
            leading={<Avatar name={resident.name} />}
            title={resident.name}
            sub={resident.branchName}
            right={<Entry resident={resident} board={board} paper={paper} />}
          />
        </View>
      ))}
    </Card>
  )
}

function Entry({ resident: { memberId }, board, paper }: Props & { resident: Resident }) {
  if (board.pending.some((each) => each.memberId === memberId)) return <Tag tone="info">待确认</Tag>
  const arrival = board.arrivals.find((each) => each.memberId === memberId)
  if (arrival)
    return <Tag tone={arrival.struck ? 'mute' : 'done'}>{arrival.struck ? '已撤销' : '已登记'}</Tag>
  return (
    <Button
      kind="sunk"
      small
      id={`enter-${memberId}`}
      busy={paper.busy}
      onTap={() => void paper.enter(memberId)}
    >
      记上
    </Button>
  )
}
