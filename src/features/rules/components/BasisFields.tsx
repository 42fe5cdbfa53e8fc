import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Section } from '@/components/Section/Section'
import { TextField } from '@/components/TextField/TextField'
import type { RuleEdit } from '../hooks/useRule'
import { GrowingText } from './GrowingText'

/** 依据; without a 文号 every page says 文号待补. */
export function BasisFields({ edit: { draft, change, wrong } }: { edit: RuleEdit }) {
  return (
    <>
      <Section title="依据" right="文号不填，显示文号待补" />
      <Card>
        <Field label="文件" id="field-document" wrong={wrong('document')}>
          <GrowingText
            id="basis-document"
            value={draft.document}
            maxlength={60}
            placeholder="文件全称"
            onChange={(document) => change({ ...draft, document })}
          />
        </Field>
        <Divider inset={16} />
        <TextField
          label="文号"
          id="field-number"
          inputId="basis-number"
          value={draft.number}
          maxlength={30}
          placeholder="还没有，先不填"
          wrong={wrong('number')}
          onChange={(number) => change({ ...draft, number })}
        />
        <Divider inset={16} />
        <TextField
          label="条款"
          id="field-article"
          inputId="basis-article"
          value={draft.article}
          maxlength={20}
          placeholder="第几条"
          wrong={wrong('article')}
          onChange={(article) => change({ ...draft, article })}
        />
      </Card>
      <NoSecrets />
    </>
  )
}
