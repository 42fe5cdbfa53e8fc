// The console page.
import { drawClock, drawSteps, setClock } from './clock.js'
import { collections } from './collections.js'
import { ask, byId } from './dom.js'
import { failures } from './failures.js'
import { files } from './files.js'
import { drawIdentities } from './identities.js'
import { invocations } from './invocations.js'
import { messages } from './messages.js'
import { snapshots } from './snapshots.js'
import { timers } from './timers.js'

const tabs = { invocations, messages, failures, timers, collections, files, snapshots }
const buttons = [...document.querySelectorAll('[data-tab]')]
let tab = 'invocations'
let shown = ''
let isAway = false

/** Draws only what changed, so that an opened row or a half-typed form stays as it is. */
async function refresh(always = true) {
  const drawn = tab
  try {
    const content = await tabs[drawn].read()
    if (drawn !== tab) return
    const text = drawn + JSON.stringify(content)
    if (always || text !== shown) byId('panel').replaceChildren(...tabs[drawn].draw(content, refresh))
    shown = text
    if (isAway) byId('problem').textContent = ''
    isAway = false
  } catch {
    isAway = true
    byId('problem').textContent = '本地云没有回应，可能已停止。'
  }
}

function choose(name) {
  tab = name
  for (const one of buttons) one.setAttribute('aria-selected', String(one.dataset.tab === name))
  return refresh()
}

async function readState() {
  const state = await ask('state')
  byId('env').textContent = `环境 ${state.envId} · 只在本机`
  setClock(state.now)
}

async function start() {
  for (const one of buttons) one.addEventListener('click', () => void choose(one.dataset.tab))
  drawSteps()
  await Promise.all([readState(), drawIdentities()])
  await choose(tab)
  setInterval(drawClock, 500)
  setInterval(() => {
    if (!document.hidden && tabs[tab].isStill !== true) void refresh(false)
  }, 2000)
}

void start()
