import { runScript, startTestEmulator } from '../testing/startTestEmulator'
import type { Emulator } from '../types'

interface Refusal {
  refused: true
  errCode: number
  errMsg: string
}

let emulator: Emulator

beforeAll(async () => {
  emulator = await startTestEmulator()
})

const run = <T>(body: string, input?: unknown) => runScript<T>(emulator, body, input)

describe('the real SDK in a function process', () => {
  it('updates the element that the query met, and every element', async () => {
    const answer = await run<unknown>(`
      const notes = db.collection('notes')
      await notes.add({ data: { _id: 'list', items: [{ k: 'a', n: 1 }, { k: 'b', n: 1 }] } })
      await notes.where({ _id: 'list', 'items.k': 'b' }).update({ data: { 'items.$.n': _.inc(4) } })
      await notes.where({ _id: 'list' }).update({ data: { 'items.$[].seen': true } })
      const { data } = await notes.doc('list').get()
      await notes.doc('list').remove()
      return data`)
    expect(answer).toEqual({
      _id: 'list',
      items: [
        { k: 'a', n: 1, seen: true },
        { k: 'b', n: 5, seen: true },
      ],
    })
  })

  it('adds, reads, updates, replaces and removes a document', async () => {
    const answer = await run<Record<string, unknown>>(`
      const notes = db.collection('notes')
      const added = await notes.add({ data: { _id: 'n1', title: 'one', n: 1 } })
      const updated = await notes.doc('n1').update({ data: { n: _.inc(2), tags: _.push(['x']), 'deep.er': true } })
      const unchanged = await notes.doc('n1').update({ data: { title: 'one' } })
      const read = await notes.doc('n1').get()
      const replaced = await notes.doc('n1').set({ data: { other: 1 } })
      const created = await notes.doc('n2').set({ data: { other: 2 } })
      const after = await notes.where({}).orderBy('_id', 'asc').get()
      const removed = await notes.doc('n1').remove()
      return { id: added._id, updated: updated.stats, unchanged: unchanged.stats, read: read.data,
        replaced: replaced.stats, created: created.stats, after: after.data, removed: removed.stats }`)
    expect(answer).toEqual({
      id: 'n1',
      updated: { updated: 1 },
      unchanged: { updated: 0 },
      read: { _id: 'n1', title: 'one', n: 3, tags: ['x'], deep: { er: true } },
      replaced: { updated: 1, created: 0 },
      created: { updated: 0, created: 1 },
      after: [
        { _id: 'n1', other: 1 },
        { _id: 'n2', other: 2 },
      ],
      removed: { removed: 1 },
    })
  })

  it('makes an id of 32 characters when the document has none', async () => {
    const id = await run<string>(`return (await db.collection('notes').add({ data: { a: 1 } }))._id`)
    expect(id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('keeps milliseconds as numbers, dates as dates, and the order of keys', async () => {
    const answer = await run<{ doc: string; types: string[] }>(
      `
      await db.collection('notes').doc('types').set({ data: { z: 1, at: input.ms, half: 1.5, big: Number.MAX_SAFE_INTEGER,
        on: new Date(input.ms), served: db.serverDate(), none: null, list: [{ y: 1, b: 2 }], a: 0 } })
      const { data } = await db.collection('notes').doc('types').get()
      return { types: [typeof data.at, typeof data.big, data.on.constructor.name, data.served.constructor.name],
        doc: JSON.stringify({ ...data, served: Math.abs(data.served - Date.now()) < 60000 }) }`,
      { ms: 1790059800123 },
    )
    expect(answer.types).toEqual(['number', 'number', 'Date', 'Date'])
    expect(answer.doc).toBe(
      '{"_id":"types","z":1,"at":1790059800123,"half":1.5,"big":9007199254740991,"on":"2026-09-22T06:50:00.123Z",' +
        '"served":true,"none":null,"list":[{"y":1,"b":2}],"a":0}',
    )
  })

  it('finds nothing by _.and and _.or inside _.elemMatch: they are sent as a document, as users report of the cloud', async () => {
    const counts = await run<number[]>(`
      const items = db.collection('notes')
      await items.add({ data: { _id: 'scores', v: [1, 5] } })
      const count = async (each) => (await items.where({ v: _.elemMatch(each) }).count()).total
      return [await count(_.gt(1).and(_.lt(6))), await count(_.or(_.gt(4))), await count({ $gt: 1, $lt: 6 })]`)
    expect(counts).toEqual([0, 0, 1])
  })

  it('understands the commands of a query', async () => {
    const counts = await run<Record<string, number>>(`
      const items = db.collection('people')
      for (const n of [1, 2, 3, 4]) {
        await items.doc('p' + n).set({ data: { n, team: n % 2 ? 'odd' : 'even', tags: ['t' + n], at: new Date(n * 1000), deep: { n } } })
      }
      const count = async (where) => (await items.where(where).count()).total
      return {
        eq: await count({ team: 'odd' }),
        in: await count({ n: _.in([1, 2, 9]) }),
        nin: await count({ n: _.nin([1, 2]) }),
        range: await count({ n: _.gte(2).and(_.lt(4)) }),
        neq: await count({ team: _.neq('odd') }),
        or: await count(_.or([{ n: 1 }, { n: _.gt(3) }])),
        and: await count(_.and([{ team: 'odd' }, { n: _.gt(1) }])),
        exists: await count({ gone: _.exists(false) }),
        inArray: await count({ tags: 't3' }),
        all: await count({ tags: _.all(['t1']) }),
        nested: await count({ deep: { n: 2 } }),
        dotted: await count({ 'deep.n': _.lte(2) }),
        regexp: await count({ team: db.RegExp({ regexp: '^ODD$', options: 'i' }) }),
        date: await count({ at: _.lt(new Date(3000)) }),
        not: await count({ n: _.not(_.eq(1)) }),
        expr: await count(_.expr($.eq(['$n', '$deep.n']))),
      }`)
    expect(counts).toEqual({
      eq: 2,
      in: 2,
      nin: 2,
      range: 2,
      neq: 2,
      or: 2,
      and: 1,
      exists: 4,
      inArray: 1,
      all: 1,
      nested: 1,
      dotted: 2,
      regexp: 2,
      date: 2,
      not: 3,
      expr: 4,
    })
  })

  it('updates and removes by condition', async () => {
    const answer = await run<unknown[]>(`
      const people = db.collection('people')
      const updated = await people.where({ team: 'even' }).update({ data: { team: 'changed' } })
      const removed = await people.where({ team: 'changed' }).remove()
      return [updated.stats, removed.stats, (await people.count()).total]`)
    expect(answer).toEqual([{ updated: 2 }, { removed: 2 }, 2])
  })

  it('reads an identity and its member in one call, by lookup', async () => {
    const answer = await run<unknown>(`
      await db.collection('people').doc('m1').set({ data: { name: '甲' } })
      await db.collection('notes').doc('openid-1').set({ data: { memberId: 'm1' } })
      const { list } = await db.collection('notes').aggregate().match({ _id: 'openid-1' })
        .lookup({ from: 'people', localField: 'memberId', foreignField: '_id', as: 'member' }).end()
      return list`)
    expect(answer).toEqual([{ _id: 'openid-1', memberId: 'm1', member: [{ _id: 'm1', name: '甲' }] }])
  })

  it('groups', async () => {
    const answer = await run<unknown>(`
      for (const n of [1, 2, 3]) await db.collection('items').add({ data: { code: 'g' + n, owner: 'grouped', day: n % 2, n } })
      const { list } = await db.collection('items').aggregate().match({ owner: 'grouped' })
        .group({ _id: '$day', sum: $.sum('$n'), all: $.push('$n') }).sort({ _id: 1 }).end()
      return list`)
    expect(answer).toEqual([
      { _id: 0, sum: 2, all: [2] },
      { _id: 1, sum: 4, all: [1, 3] },
    ])
  })

  it('gets the cloud’s refusals', async () => {
    const answers = await run<Record<string, Refusal>>(`
      const notes = db.collection('notes')
      await notes.doc('once').set({ data: { text: 'a' } })
      return {
        missingCollection: await attempt(() => db.collection('nowhere').get()),
        addToMissing: await attempt(() => db.collection('nowhere').add({ data: {} })),
        stillMissing: await attempt(() => db.collection('nowhere').count()),
        missingDocument: await attempt(() => notes.doc('nobody').get()),
        duplicate: await attempt(() => notes.add({ data: { _id: 'once' } })),
        wrongType: await attempt(() => notes.doc('once').update({ data: { text: _.inc(1) } })),
        geo: await attempt(() => notes.where({ at: _.geoNear({ geometry: new db.Geo.Point(1, 2) }) }).get()),
        stage: await attempt(() => notes.aggregate().geoNear({ near: new db.Geo.Point(1, 2), distanceField: 'd' }).end()),
      }`)
    expect(answers.missingCollection).toMatchObject({ errCode: -502005 })
    expect(answers.addToMissing).toMatchObject({ errCode: -502005 })
    expect(answers.stillMissing).toMatchObject({ errCode: -502005 })
    expect(answers.missingDocument?.errMsg).toContain('document with _id nobody does not exist')
    expect(answers.duplicate).toMatchObject({ errCode: -502001 })
    expect(answers.duplicate?.errMsg).toContain('E11000 duplicate key')
    expect(answers.wrongType).toMatchObject({ errCode: -502001 })
    expect(answers.geo).toMatchObject({ errCode: -502002 })
    expect(answers.geo?.errMsg).toContain('$nearSphere')
    expect(answers.stage?.errMsg).toContain('$geoNear')
  })

  it.each([
    ['wx.api', `cloud.callOpenAPI({ api: 'any', data: {} })`],
    [
      'wx.wxPayApi',
      `cloud.cloudPay.unifiedOrder({ body: 'x', outTradeNo: '1', subMchId: '1', totalFee: 1 })`,
    ],
    ['$nearSphere', `db.collection('notes').where({ a: _.geoNear({ geometry: db.Geo.Point(1, 2) }) }).get()`],
    ['array filters', `db.collection('notes').where({}).update({ data: { 'a.$[x]': 3 } })`],
    ['$where', `db.collection('notes').where({ $where: '1' }).get()`],
    [
      '$top',
      `db.collection('notes').aggregate().group({ _id: null, t: { $top: { sortBy: { a: 1 } } } }).end()`,
    ],
  ])('is told by name that %s is not emulated', async (name, call) => {
    const { errMsg } = await run<Refusal>(`
      await db.collection('notes').doc('list').set({ data: { a: [1] } })
      return attempt(() => ${call})`)
    expect(errMsg).toContain('does not support')
    expect(errMsg).toContain(name)
  })

  it('gives 100 rows by default, 1000 at most, and 20 from an aggregate without a limit', async () => {
    emulator.database.insertMany(
      'items',
      Array.from({ length: 1100 }, (_, n) => ({ _id: `many${n}`, owner: 'many', code: `many${n}` })),
    )
    const rows = await run<number[]>(`
      const many = db.collection('items').where({ owner: 'many' })
      const { list } = await db.collection('items').aggregate().match({ owner: 'many' }).end()
      const limited = await db.collection('items').aggregate().match({ owner: 'many' }).limit(1050).end()
      return [(await many.get()).data.length, (await many.limit(1000).get()).data.length, (await many.limit(5000).get()).data.length,
        (await many.skip(1095).get()).data.length, (await many.count()).total, list.length, limited.list.length]`)
    expect(rows).toEqual([100, 1000, 1000, 5, 1100, 20, 1000])
  })
})
