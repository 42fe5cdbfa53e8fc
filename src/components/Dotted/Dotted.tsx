import { Fragment } from 'react'
import { Text } from '@tarojs/components'

interface Props {
  /** Empty and absent ones are left out. */
  parts: readonly (string | false | undefined)[]
}

/** Short facts on one line with a small dot between them. */
export function Dotted({ parts }: Props) {
  return (
    <>
      {parts.filter(Boolean).map((part, index) => (
        <Fragment key={index}>
          {index > 0 ? <Text className="sep" /> : null}
          {part}
        </Fragment>
      ))}
    </>
  )
}
