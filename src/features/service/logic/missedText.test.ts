import { mayAsk, missedText } from './missedText'

test.each([
  ['none', true, '滨河社区党委'],
  ['struck', true, '滨河社区党委没有计入'],
  ['waiting', false, '等滨河社区党委确认'],
  ['answered', false, '滨河社区党委已答复，没有计入'],
] as const)('%s: asked %s, and the line says whose turn it is', (record, asks, text) => {
  expect([mayAsk({ record }), missedText({ record, community: '滨河社区党委' })]).toEqual([asks, text])
})
