// What a phone is told. Runs in the console of WeChat's developer tools (askOnce) and against the emulator (runProbe).

/** `sleepMs` is longer than the function may take. */
async function probePhone(call, sleepMs = 45_000) {
  const attempt = (options) =>
    call(options).then(
      () => 'answered',
      ({ errCode, errMsg }) => ({
        code: errCode,
        words: String(errMsg).replace(/[0-9a-f]{16,}|[0-9a-f-]{36}/g, '<id>'),
      }),
    )
  return {
    'phone: no such function': await attempt({ name: 'probe_nobody', data: {} }),
    'phone: no name': await attempt({ name: '', data: {} }),
    'phone: a function that throws': await attempt({ name: 'probe', data: { fail: true } }),
    'phone: a function that rejects with an object': await attempt({ name: 'probe', data: { reject: true } }),
    'phone: 90 KB of text': await attempt({ name: 'probe', data: { echo: 'x'.repeat(90 * 1024) } }),
    'phone: 1 MB of text': await attempt({ name: 'probe', data: { echo: 'x'.repeat(1 << 20) } }),
    'phone: a function that takes too long': await attempt({ name: 'probe', data: { sleep: sleepMs } }),
  }
}

/** Everything there is to ask, in one text: what the function answers, and what a phone is told. */
async function askOnce(call) {
  const { result } = await call({ name: 'probe', data: {} })
  return JSON.stringify({ report: result, phone: await probePhone(call) })
}

if (typeof module !== 'undefined') module.exports = { askOnce, probePhone }
