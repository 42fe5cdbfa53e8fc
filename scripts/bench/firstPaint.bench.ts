import { WeappHost } from '../../tests/weapp/host'
import { type Figure, figure } from '../lib/figure'
import { withCounty } from './county'

/** What a phone parses, and what crosses from WeChat's logic layer to its view layer, before the member's home shows. */
export default async function* firstPaint(): AsyncGenerator<Figure> {
  yield* withCounty(async function* ({ emulator }) {
    const host = new WeappHost({ cloud: { url: emulator.url, openid: 'demo-member' } })
    const started = Date.now()
    await host.launch()
    await host.until(() => host.has('#month'))
    yield figure('weapp home, first setData', host.firstPaint(host.page().route) / 1024, 'KB', 10)
    yield figure('weapp home, script parsed until it stands', host.scriptBytes / 1024, 'KB', 410)
    yield figure('weapp home, setData calls until it stands', host.paints.length, 'calls', 5)
    const all = host.paints.reduce((sum, { bytes }) => sum + bytes, 0)
    yield figure('weapp home, all setData until it stands', all / 1024, 'KB')
    yield figure('weapp home stands after, in the test host', Date.now() - started, 'ms')
  })
}
