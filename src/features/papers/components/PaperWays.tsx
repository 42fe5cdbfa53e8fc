import { Button } from '@/components/Button/Button'
import { paperWays, passPaper } from '@/platform/paperFile'

interface Props {
  fileName: string
  /** Base64, to stand behind one another. */
  pieces: () => readonly string[]
}

/** Where a paper that is made can go, for a dock or a sheet's foot. */
export const PaperWays = ({ fileName, pieces }: Props) => (
  <>
    {paperWays(fileName).map(({ way, label }, index) => (
      <Button
        key={way}
        id={`paper-${way}`}
        kind={index === 0 ? 'primary' : 'outline'}
        grow
        onTap={() => void passPaper(way, pieces(), fileName)}
      >
        {label}
      </Button>
    ))}
  </>
)
