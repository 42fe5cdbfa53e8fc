import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Section } from '@/components/Section/Section'
import { TextField } from '@/components/TextField/TextField'
import type { RuleEdit } from '../hooks/useRule'

/** 依据; without a 文号 every page says 依据待补. */
export function BasisFields({ edit: { draft, change, wrong } }: { edit: RuleEdit }) {
  return (
    <>
      <Section title="依据" right="文号不填，显示依据待补" />
      <Card>
        <TextField
          label="文件"
          id="field-document"
          inputId="basis-document"
          value={draft.document}
          maxlength={60}
          placeholder="文件全称"
          wrong={wrong('document')}
          onChange={(document) => change({ ...draft, document })}
        />
        <Divider inset={16} />
        <TextField
          label="文号"
          id="field-number"
          inputId="basis-number"
          value={draft.number}
          maxlength={30}
          placeholder="如 县直工发〔2026〕3号"
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
          placeholder="如 第四条"
          wrong={wrong('article')}
          onChange={(article) => change({ ...draft, article })}
        />
      </Card>
    </>
  )
}
