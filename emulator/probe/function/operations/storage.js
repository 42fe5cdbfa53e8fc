'use strict'
const { attempt } = require('../canonical')

const put = ({ cloud }, cloudPath = 'probe/名单 1.txt', text = 'hello') =>
  cloud.uploadFile({ cloudPath, fileContent: Buffer.from(text) })
const drop = ({ cloud }, fileID) => attempt(() => cloud.deleteFile({ fileList: [fileID] }))

module.exports = {
  'storage: upload, download, replace, delete': async (tools) => {
    const { cloud } = tools
    const uploaded = await put(tools)
    const { fileContent } = await cloud.downloadFile({ fileID: uploaded.fileID })
    await put(tools, undefined, 'again')
    const again = await cloud.downloadFile({ fileID: uploaded.fileID })
    const deleted = await cloud.deleteFile({ fileList: [uploaded.fileID] })
    return { uploaded, text: fileContent.toString(), again: again.fileContent.toString(), deleted }
  },
  'storage: the fields of a link': async (tools) => {
    const { fileID } = await put(tools)
    const { fileList } = await tools.cloud.getTempFileURL({ fileList: [fileID, { fileID, maxAge: 60 }] })
    await drop(tools, fileID)
    return fileList.map(({ tempFileURL, ...rest }) => ({ ...rest, hasLink: /^https?:/.test(tempFileURL) }))
  },
  'storage: a file that is not there': async (tools) => {
    const { fileID } = await put(tools)
    await drop(tools, fileID)
    const { cloud } = tools
    return {
      link: await attempt(async () => (await cloud.getTempFileURL({ fileList: [fileID] })).fileList),
      download: await attempt(() => cloud.downloadFile({ fileID })),
      delete: await attempt(async () => (await cloud.deleteFile({ fileList: [fileID] })).fileList),
    }
  },
  'storage: what is no file ID': async ({ cloud }) => ({
    link: await attempt(async () => (await cloud.getTempFileURL({ fileList: ['nonsense'] })).fileList),
    other: await attempt(
      async () =>
        (await cloud.getTempFileURL({ fileList: ['cloud://other-env.6f74-other-env-1300000000/a'] }))
          .fileList,
    ),
    none: await attempt(async () => (await cloud.getTempFileURL({ fileList: [] })).fileList),
  }),
  'storage: links of 50 and 51 files': async ({ cloud }) => {
    const many = (count) => Array.from({ length: count }, () => 'cloud://nobody.nobody/a')
    const ask = (count) =>
      attempt(async () => (await cloud.getTempFileURL({ fileList: many(count) })).fileList.length)
    return [await ask(50), await ask(51)]
  },
  'storage: paths': async (tools) => {
    const answers = {}
    for (const path of [
      '/probe/a',
      'probe//a',
      'probe/../probe/a',
      './probe/a',
      'probe/',
      'probe/100%',
      'probe/a?b#c',
      `probe/${'a'.repeat(850)}`,
    ]) {
      const answer = await attempt(() => put(tools, path))
      answers[path.slice(0, 20)] = answer.refused === undefined ? 'taken' : answer
      if (answer.fileID !== undefined) await drop(tools, answer.fileID)
    }
    return answers
  },
}
