import Taro from '@tarojs/taro'
import { backBy, open } from './navigate'
import { type Route, routes } from './routes'

/** Back to a page that lies open below with these parameters; where there is none it opens, `at` what else is said of it. */
export function upTo(
  route: Route,
  params: Record<string, string> = {},
  at: Record<string, string> = {},
): void {
  const pages = Taro.getCurrentPages()
  const isThat = ({ route: path = '', options = {} }: (typeof pages)[number]) =>
    path !== '' &&
    routes[route].endsWith(path.split('?')[0] ?? path) &&
    Object.entries(params).every(([key, value]) => (options as Record<string, unknown>)[key] === value)
  const delta = [...pages].reverse().findIndex((one, steps) => steps > 0 && isThat(one))
  if (delta > 0) backBy(delta)
  else open(route, { ...params, ...at })
}
