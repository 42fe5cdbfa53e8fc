import type { ActivityForm } from '@domain/contract/activity'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Fold } from '@/components/Fold/Fold'
import { LongText } from '@/components/LongText/LongText'
import { contentsText } from '../logic/contents'
import { ContentFields } from './ContentFields'
import './PlanMore.css'

interface Props {
  form: ActivityForm
  onChange: (form: ActivityForm) => void
}

/** What most plans leave empty: 会议材料 by their titles, which those expected see on the meeting's page, 内容 and 学时. */
export function PlanMore({ form, onChange }: Props) {
  const { tags: _, hours: __, ...rest } = form
  const { materials = [] } = form
  const titles = materials.map((title) => title.trim()).filter(Boolean)
  return (
    <Card className="plan-more">
      <Fold
        id="plan-materials"
        title="会议材料"
        sub={titles.length > 0 ? titles.join('、') : '可以不填；参加的同志在会议页看到材料的标题'}
      >
        <LongText
          id="edit-materials"
          value={materials.join('\n')}
          maxlength={700}
          placeholder="一行一份，只写标题"
          onChange={(text) => onChange({ ...form, materials: text.split('\n') })}
        />
      </Fold>
      <Divider inset={0} />
      <Fold
        id="plan-contents"
        title="内容和学时"
        sub={contentsText(form) || '可以不填；培训、重温入党誓词等'}
      >
        <ContentFields
          tags={form.tags}
          hours={form.hours}
          onChange={(contents) => onChange({ ...rest, ...contents })}
        />
      </Fold>
    </Card>
  )
}
