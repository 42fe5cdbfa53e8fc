import { after, before, test } from 'node:test'
import jsQR from 'jsqr'
import { openWorld, type World } from './world'

let world: World

before(async () => {
  world = await openWorld('demo-secretary')
})
after(() => world.close())

test('the organiser opens the meeting and the code that is drawn registers a member', async () => {
  const { host } = world
  await host.launch()
  await host.until(() => host.has('#month'))
  await host.openTab('work')
  await host.until(() => host.has('#show-code'))
  await host.tap('#show-code')
  await host.until(() => host.has('#open-registration'))
  await host.tap('#open-registration')
  await host.until(() => host.has('#qr') && host.canvas('#qr').calls.length > 100)
  const { data, width, height } = host.canvas('#qr').image()
  const code = jsQR(data, width, height)?.data ?? ''
  const { ticket } = await world.ask<{ ticket: string }>('demo-member', 'checkin.open', { code })
  await world.ask('demo-member', 'checkin.register', { ticket, nonce: 'weapp-organiser-1' })
  await host.until(() => host.has('#arrivals') && host.text('#arrivals').includes('胡淑'))
})
