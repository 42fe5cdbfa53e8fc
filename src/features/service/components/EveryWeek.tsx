import { View } from '@tarojs/components'
import { Chip } from '@/components/Chip/Chip'
import { Section } from '@/components/Section/Section'
import type { ServicePlan } from '../hooks/useServicePlan'
import { weekChoices, weeklyText } from '../logic/serviceForm'

/** Once, or the same for some weeks in a row: each is a service of its own, changed and cancelled by itself. */
export const EveryWeek = ({ plan: { form, weeks, setWeeks } }: { plan: ServicePlan }) => (
  <>
    <Section title="每周都办" />
    <View className="chips" id="every-week">
      {weekChoices.map((one) => (
        <Chip key={one} id={`weeks-${one}`} on={one === weeks} onTap={() => setWeeks(one)}>
          {one === 1 ? '只这一次' : `连办 ${one} 周`}
        </Chip>
      ))}
    </View>
    {weeks > 1 ? (
      <View className="t-sub c2 mt8" id="weeks-text">
        {`${weeklyText(form, weeks)}，以后可以逐次改、取消`}
      </View>
    ) : null}
  </>
)
