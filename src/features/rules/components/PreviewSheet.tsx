import { View } from '@tarojs/components'
import type { Rule, RulePreview } from '@domain/contract/duty'
import { Button } from '@/components/Button/Button'
import { Note } from '@/components/Note/Note'
import { Sheet } from '@/components/Sheet/Sheet'
import type { Looked } from '../hooks/useRule'
import { boundText, dayText, upperMarkOf, upperText } from '../logic/ruleWords'
import './PreviewSheet.css'

interface Props {
  rule: Rule
  looked: Looked | undefined
  now: number
  busy: boolean
  onPublish: (looked: Looked) => void
  onClose: () => void
}

/** What a change does from the next period on, before anything is saved. */
export function PreviewSheet({ rule, looked, now, busy, onPublish, onClose }: Props) {
  return (
    <Sheet
      id="rule-preview"
      open={!!looked}
      onClose={onClose}
      title={rule.version === 0 ? '下期新增一条' : '下期会变什么'}
      footer={
        looked && (
          <Button id="publish" grow busy={busy} onTap={() => onPublish(looked)}>
            发布
          </Button>
        )
      }
    >
      {looked ? <Changes rule={rule} preview={looked.preview} now={now} /> : null}
    </Sheet>
  )
}

function Changes({ rule, preview, now }: { rule: Rule; preview: RulePreview; now: number }) {
  const { startsOn, lines, bound, exceedsUpper } = preview
  const mark = upperMarkOf({ upper: rule.upper, exceedsUpper })
  return (
    <View className="preview">
      <View className="preview-from" id="preview-from">
        {`${dayText(startsOn, now)}起适用`}
      </View>
      <View className="preview-same">
        {rule.version > 0 ? '这以前的各期照原来的规定，数字不变。' : '这以前的各期没有这条规定，不要求。'}
      </View>
      {lines.map(({ label, before, after }) => (
        <View className="preview-line" key={label} id={`preview-${label}`}>
          <View className="preview-label">{label}</View>
          {rule.version > 0 && <View className="preview-before">{before}</View>}
          <View className="preview-after">{rule.version > 0 ? `改为 ${after}` : after}</View>
        </View>
      ))}
      <View className="preview-line" id="preview-bound">
        <View className="preview-label">适用对象</View>
        <View className="preview-now">
          {rule.version > 0
            ? boundText(bound)
            : boundText({ ...bound, before: bound.after }).replace('，不变', '')}
        </View>
      </View>
      {mark === 'more' ? (
        <Note tone="miss" icon="info" id="preview-more">
          {`上级规定：${upperText(rule)}。改后比上级要求得多，请看一下是否层层加码；减负自查表会标出。`}
        </Note>
      ) : null}
      {mark === 'unnumbered' ? (
        <Note tone="mute" icon="info" id="preview-unnumbered">
          {`上级规定：${upperText(rule)}。次数由本县自定，减负自查表会注明。`}
        </Note>
      ) : null}
    </View>
  )
}
