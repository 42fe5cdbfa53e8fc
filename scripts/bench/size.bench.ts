import { figure, type Figure } from '../lib/figure'
import { h5FirstLoad, packageBudget, weappPackages } from '../lib/sizes'

const kb = (bytes: number) => bytes / 1024

/** What is uploaded to WeChat, by package, and the whole h5 build without the font. */
export default async function* size(): AsyncGenerator<Figure> {
  for (const [name, bytes] of Object.entries(weappPackages())) {
    yield figure(`weapp package ${name}`, kb(bytes), 'KB', packageBudget(name))
  }
  yield figure('h5 all code, gzip', kb(h5FirstLoad().everything), 'KB')
}
