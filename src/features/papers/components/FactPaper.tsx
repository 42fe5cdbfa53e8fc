import { View } from '@tarojs/components'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import './FactPaper.css'

interface Props<P extends string> {
  title: string
  /** What stands in it. */
  text: string
  /** As which files it is made: `{ paper: 'branch', label: '导出 Excel' }`. */
  files: readonly { paper: P; label: string }[]
  making: string | undefined
  onMake: (paper: P) => void
}

/** One paper of any months, and as what it is made. */
export const FactPaper = <P extends string>({ title, text, files, making, onMake }: Props<P>) => (
  <Card className="mt12">
    <View className="fact-paper">
      <View className="t-h2">{title}</View>
      <View className="t-sub c2">{text}</View>
      <View className="fact-files">
        {files.map(({ paper, label }) => (
          <Button
            key={paper}
            kind="outline"
            id={`export-${paper}`}
            icon="doc"
            grow
            busy={making !== undefined}
            onTap={() => onMake(paper)}
          >
            {making === paper ? '正在做' : label}
          </Button>
        ))}
      </View>
    </View>
  </Card>
)
