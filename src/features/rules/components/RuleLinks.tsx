import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { open } from '@/platform/navigate'

/** In the work committee's list: the rules behind its numbers. */
export function RuleLinks() {
  return (
    <>
      <Cell
        id="open-rules"
        leading={<Icon name="list" tone="ink2" size={24} />}
        title="规定和次数"
        sub="每条的次数和依据；改动从下期起"
        chevron
        onTap={() => open('rules')}
      />
      <Divider inset={52} />
      <Cell
        id="open-burden"
        leading={<Icon name="doc" tone="ink2" size={24} />}
        title="减负自查表"
        sub="本县和上级的要求逐条对照"
        chevron
        onTap={() => open('burden')}
      />
    </>
  )
}
