import fs from 'node:fs'
import path from 'node:path'
import { newDataDir } from '../testing/startTestEmulator'
import { compareAnswers } from './compareAnswers'
import expected from './expected.json'
import { readReport } from './readReport'
import { type ProbeAnswers, runProbe } from './runProbe'

let answers: ProbeAnswers

beforeAll(async () => {
  answers = await runProbe()
})

// A change here is a change of what the emulator says the cloud does: `npm run probe -- --accept` when it is meant.
it('answers every operation of the probe as it did before', () => {
  expect(answers).toEqual(expected)
})

const golden = path.join(__dirname, 'golden.json')
const realTest = fs.existsSync(golden) ? it : it.skip
realTest('answers as the real cloud did, save for words', () => {
  const real = JSON.parse(fs.readFileSync(golden, 'utf8')) as ProbeAnswers
  expect(compareAnswers(real, answers).filter(({ kind }) => kind !== 'words')).toEqual([])
})

describe('the comparison', () => {
  const refused = (code: unknown, words: string) => ({ refused: { code, words } })

  it('tells another value or code from other words, and what only one of them was asked', () => {
    const first = {
      same: { answer: 1 },
      code: refused(-1, 'a'),
      words: refused(-1, 'a'),
      gone: { answer: 1 },
    }
    const second = {
      same: { answer: 1 },
      code: refused(-2, 'a'),
      words: refused(-1, 'b'),
      made: { answer: 2 },
    }
    expect(compareAnswers(first, second)).toEqual([
      { name: 'code', kind: 'differs', first: first.code, second: second.code },
      { name: 'words', kind: 'words', first: first.words, second: second.words },
      { name: 'gone', kind: 'only in the first', first: first.gone },
      { name: 'made', kind: 'only in the second', second: second.made },
    ])
  })

  it('tells a refusal from an answer', () => {
    const [difference] = compareAnswers({ a: { answer: { code: -1 } } }, { a: refused(-1, '') })
    expect(difference?.kind).toBe('differs')
  })
})

describe('a saved report', () => {
  const write = (content: string) => {
    const file = path.join(newDataDir(), 'report.json')
    fs.writeFileSync(file, content)
    return file
  }
  const report = { probe: 1, answers: { a: { answer: 1 } } }

  it('is read as the paste prints it: what the function returned, and what the phone was told', () => {
    const phone = { 'phone: x': { code: -1, words: 'w' }, 'phone: y': 'answered' }
    expect(readReport(write(JSON.stringify({ report, phone })))).toEqual({
      ...report.answers,
      'phone: x': { refused: { code: -1, words: 'w' } },
      'phone: y': { answer: 'answered' },
    })
  })

  it.each([
    '',
    'null',
    '{}',
    '{"report":{"probe":2,"answers":{}},"phone":{}}',
    '{"report":{"probe":1,"answers":{}}}',
  ])('is refused when it is %j', (content) => {
    expect(() => readReport(write(content))).toThrow('is not the probe’s answer'.replace('’', "'"))
  })
})
