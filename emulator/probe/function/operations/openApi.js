'use strict'

module.exports = {
  'openapi: one that config.json does not permit': ({ cloud }) =>
    cloud.openapi.wxacode.getUnlimited({ scene: 'a', page: 'pages/home/index' }),
  'openapi: one that does not exist': ({ cloud }) => cloud.openapi.no.such({}),
  'openapi: a message to nobody': ({ cloud }) =>
    cloud.openapi.subscribeMessage.send({ touser: '', templateId: 'T', data: { thing1: { value: 'a' } } }),
  'openapi: a message without a template': ({ cloud }) =>
    cloud.openapi.subscribeMessage.send({
      touser: cloud.getWXContext().OPENID || 'nobody',
      templateId: '',
      data: { thing1: { value: 'a' } },
    }),
}
