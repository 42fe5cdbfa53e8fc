import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../classes'
import './StepNumber.css'

interface Props {
  /** What sets this step apart, and its place in the row. */
  className?: string | undefined
  children: ReactNode
}

/** The number of a step in its circle, or the sign that it is done. */
export function StepNumber({ className, children }: Props) {
  return <View className={classes('step-n', className)}>{children}</View>
}
