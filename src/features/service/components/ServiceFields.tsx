import { Input, View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { TextField } from '@/components/TextField/TextField'
import { WhenField } from '@/components/WhenField/WhenField'
import type { ServicePlan } from '../hooks/useServicePlan'
import { moveServiceEnd, moveServiceStart, withLimit } from '../logic/serviceForm'
import './ServiceFields.css'

/** What, when, where, how many, whom to ask. */
export function ServiceFields({ plan }: { plan: Pick<ServicePlan, 'form' | 'change' | 'wrong'> }) {
  const { form, change, wrong } = plan
  return (
    <>
      <Card className="service-fields">
        <TextField
          label="做什么"
          id="field-title"
          inputId="service-title"
          strong
          value={form.title}
          maxlength={40}
          placeholder="如：清洁家园"
          wrong={wrong('title')}
          onChange={(title) => change({ ...form, title })}
        />
        <Divider inset={16} />
        <WhenField
          startsAt={form.startsAt}
          endsAt={form.endsAt}
          wrong={wrong('when')}
          onStart={(startsAt) => change(moveServiceStart(form, startsAt))}
          onEnd={(time) => change(moveServiceEnd(form, time))}
        />
        <Divider inset={16} />
        <TextField
          label="集合点"
          id="field-place"
          inputId="service-place"
          value={form.place}
          maxlength={40}
          placeholder="在哪里"
          wrong={wrong('place')}
          onChange={(place) => change({ ...form, place })}
        />
        <Divider inset={16} />
        <Field label="名额" id="field-limit" wrong={wrong('limit')}>
          <View className="service-limit">
            <Input
              id="service-limit"
              className="field-input"
              type="number"
              value={form.limit === undefined ? '' : String(form.limit)}
              maxlength={3}
              placeholder="名额不限"
              onInput={(event) => change(withLimit(form, event.detail.value))}
            />
            <View className="service-limit-hint">{form.limit === undefined ? '可设上限' : '人'}</View>
          </View>
        </Field>
        <Divider inset={16} />
        <TextField
          label="联系人"
          id="field-contact"
          inputId="service-contact"
          value={form.contact ?? ''}
          maxlength={20}
          placeholder="可不填"
          wrong={wrong('contact')}
          onChange={(contact) => change({ ...form, contact })}
        />
      </Card>
      <NoSecrets />
    </>
  )
}
