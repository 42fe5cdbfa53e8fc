import { Button } from '@/components/Button/Button'
import type { IconName } from '@/components/Icon/Icon'

interface Props<Paper extends string> {
  paper: Paper
  icon: IconName
  label: string
  /** What is being made; nothing else meanwhile. */
  making: Paper | undefined
  onMake: (paper: Paper) => void
}

/** One paper to be made. */
export const PaperButton = <Paper extends string>({ paper, icon, label, making, onMake }: Props<Paper>) => (
  <Button
    kind="outline"
    id={`export-${paper}`}
    icon={icon}
    grow
    busy={making !== undefined}
    onTap={() => onMake(paper)}
  >
    {making === paper ? '正在做' : label}
  </Button>
)
