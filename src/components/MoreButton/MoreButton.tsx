import { Button } from '../Button/Button'

interface Props {
  id: string
  /** Absent: nothing is left, or it is on its way (useInParts). */
  more: (() => void) | undefined
}

/** Goes on with a list of which a part was lost on the way. */
export const MoreButton = ({ id, more }: Props) =>
  more ? (
    <Button id={id} kind="outline" onTap={more}>
      再看一些
    </Button>
  ) : null
