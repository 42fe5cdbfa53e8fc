import { createElement, type ReactNode } from 'react'

// Taro's components as plain elements, so that widgets can be tested in jsdom. Only what the widgets use.
type Props = Record<string, unknown> & { children?: ReactNode }

const as = (tag: string) => (props: Props) => {
  const { children, ...rest } = props
  const attributes = Object.fromEntries(
    Object.entries(rest).filter(([key]) =>
      /^(id|className|style|key|role|aria\w*|aria-.*|on(Click|Input|Change|Blur|Focus)|value|src|disabled|placeholder)$/.test(
        key,
      ),
    ),
  )
  return createElement(tag, attributes, tag === 'img' || tag === 'input' ? undefined : children)
}

export const View = as('div')
export const Text = as('span')
export const Image = as('img')
export const Button = as('button')
export const ScrollView = as('div')
export const Input = as('input')
export const Textarea = as('textarea')
export const Canvas = as('canvas')
export const Picker = as('div')
export const Switch = as('input')
export const Label = as('label')
export const Form = as('form')
export const PageMeta = as('div')
export const RootPortal = as('div')
export const Swiper = as('div')
export const SwiperItem = as('div')
export const Navigator = as('div')
export const RichText = as('div')
