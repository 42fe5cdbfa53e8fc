import { View } from '@tarojs/components'
import { Button } from '@/components/Button/Button'
import { Icon } from '@/components/Icon/Icon'
import { Sheet } from '@/components/Sheet/Sheet'
import { becauseWords } from '@/words/becauseWords'
import { byPersonText, type ToldBy, type whoGets } from '../logic/whoGets'
import './WhoGetsSheet.css'

interface Props {
  open: boolean
  gets: ReturnType<typeof whoGets>
  /** What the red button says and does: the same as the page's own. */
  publish: { label: string; busy: boolean; onTap: () => void }
  onClose: () => void
}

/** 25: those expected by the way in which they get to know; leaders with their people and why. */
export function WhoGetsSheet({ open, gets: { byWeChat, byPerson }, publish, onClose }: Props) {
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="谁能收到"
      id="who-gets-sheet"
      footer={
        <>
          <Button kind="outline" id="who-gets-back" onTap={onClose}>
            返回修改
          </Button>
          <Button id="who-gets-publish" grow busy={publish.busy} onTap={publish.onTap}>
            {publish.label}
          </Button>
        </>
      }
    >
      {byWeChat.length > 0 ? (
        <View id="who-gets-wechat">
          <View className="who-gets-head">
            <Icon name="msg" tone="pine" />
            <View className="grow">{`${byWeChat.length} 人收微信`}</View>
            <View className="who-gets-when">会前一天 8 点以后</View>
          </View>
          <View className="who-gets-names">
            {byWeChat.map(({ id, name }) => (
              <View className="who-gets-name" key={id}>
                {name}
              </View>
            ))}
          </View>
        </View>
      ) : null}
      {byPerson.length > 0 ? (
        <View id="who-gets-person">
          <View className="who-gets-head">
            <Icon name="talk" tone="blue" />
            <View className="grow">{byPersonText(byPerson)}</View>
          </View>
          {byPerson.map((one) => (
            <Told key={one.key} one={one} />
          ))}
        </View>
      ) : null}
    </Sheet>
  )
}

function Told({ one: { teller, of, people } }: { one: ToldBy }) {
  return (
    <View className="who-gets-told">
      <View className="who-gets-teller">{teller === '' ? of : `${teller}，${of}`}</View>
      {people.map(({ id, name, because }) => (
        <View className="who-gets-person" key={id}>
          <View className="m">{name}</View>
          <View className="who-gets-why">{becauseWords[because]}</View>
        </View>
      ))}
    </View>
  )
}
